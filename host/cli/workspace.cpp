#include "cli/workspace.hpp"

#include <algorithm>
#include <iterator>
#include <system_error>
#include <utility>

#include <spdlog/spdlog.h>

#include "cli/attribution.hpp"
#include "cli/inputs.hpp"
#include "csv/observation_reader.hpp"
#include "model/region.hpp"
#include "plugin/checks.hpp"
#include "plugin/uses.hpp"
#include "xml/readers.hpp"

namespace cpom::cli {
namespace {

namespace fs = std::filesystem;

/// Where the contract says \a word: the first text between quotes that is it.
Position place_of(const std::string& word, std::string_view bytes, const fs::path& file) {
  const auto quoted = std::min(bytes.find('"' + word + '"'), bytes.find('\'' + word + '\''));
  Position where{file.string(), 0, 0};
  if (quoted == std::string_view::npos) return where;
  const std::string_view before = bytes.substr(0, quoted);
  where.line = static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
  return where;
}

void check_region(const std::string& region, const Position& where, Diagnostics& found) {
  if (region.empty() || model::is_region(region)) return;
  found.error("contract.unknown_region", where, message("there is no region \"{0}\"", region),
              message("write its code in the official geographic code: \"{0}\" is Bretagne", "53"));
}

bool has_core(const script::PackageSet& set) {
  return std::any_of(set.packages.begin(), set.packages.end(), [](const script::Package& package) {
    return package.layer == model::Layer::core;
  });
}

/// A core of the user's own replaces all that is shipped: the shipped layers rest on the shipped
/// core.
script::PackageSet find_all_packages(const Sources& sources, const fs::path& data,
                                     Diagnostics& found) {
  script::PackageRoots roots{sources.rules, sources.plugins};
  if (!sources.rules.empty()) {
    Diagnostics own;
    script::PackageSet set = script::find_packages(roots, own);
    if (has_core(set)) {
      found.append(own);
      return set;
    }
  }
  roots.rules.insert(roots.rules.begin(), data / "rules");
  const fs::path plugins = data / "plugins";
  std::error_code ignored;
  if (fs::is_directory(plugins, ignored)) roots.plugins.insert(roots.plugins.begin(), plugins);
  return script::find_packages(roots, found);
}

}  // namespace

Workspace::Workspace(const Sources& sources, const fs::path& data, Findings& found)
    : library_(data / "contracts") {
  load_packages(sources, data, found);
  load_inputs(sources, found);
}

Workspace::Workspace(const Sources& sources, script::PackageSet packages, const fs::path& data,
                     Findings& found)
    : library_(data / "contracts"), packages_(std::move(packages)) {
  load_inputs(sources, found);
}

void Workspace::load_inputs(const Sources& sources, Findings& found) {
  for (const fs::path& file : sources.models) library_.add(file, found.inputs);
  for (const fs::path& file : sources.contracts) load_contract(file, found);
  for (const fs::path& file : sources.values) load_values(file, found);
  if (contracts_.size() == sources.contracts.size()) {
    check_attribution(observations_, contract_ids(), found.values);
  }
  spdlog::info("contracts: {}, values: {}, packages of rules: {}", contracts_.size(),
               observations_.size(), packages_.packages.size());
}

void Workspace::load_packages(const Sources& sources, const fs::path& data, Findings& found) {
  packages_ = find_all_packages(sources, data, found.inputs);
  plugin::check_packages(packages_);
  plugin::tell_faults(packages_, found.plugins);
}

std::vector<std::string> Workspace::contract_ids() const {
  std::vector<std::string> ids;
  for (const LoadedContract& loaded : contracts_) ids.push_back(loaded.contract->id);
  return ids;
}

std::vector<const model::Model*> Workspace::all_models() { return library_.all(); }
const model::Model* Workspace::model_for(const script::Chooser& chooser,
                                         const std::vector<const script::Package*>& packages,
                                         const Position& contract, Findings& found) {
  Diagnostics uses;
  plugin::check_uses(packages_, chooser, uses);
  found.inputs.append(uses);
  for (const script::Package* package : packages) settings_.of(*package, found.inputs);
  const plugin::Composition& composed = composer_.compose(*chooser.model, packages, found.plugins);
  plugin::refuse(composed.unusable, chooser, contract, found.plugins);
  return uses.has_errors() ? nullptr : composed.model.get();
}

void Workspace::load_contract(const fs::path& file, Findings& found) {
  spdlog::debug("reading contract {}", file.string());
  const auto bytes = read_input(file, found.inputs);
  if (!bytes) return;
  const auto outline = xml::outline_of_contract(*bytes);
  if (!outline) {
    // Reading it against any model tells what is wrong with the document itself.
    xml::read_contract(*bytes, file.string(), {}, found.inputs);
    return;
  }
  check_region(outline->region, place_of(outline->region, *bytes, file), found.inputs);
  const model::Model* base =
      library_.find(outline->model, place_of(outline->model, *bytes, file), found.inputs);
  if (base == nullptr) return;
  script::Chooser chooser{base, outline->region, outline->contract, outline->packages};
  for (model::PackageUse& use : chooser.packages) use.where.file = file.string();
  const auto packages = script::choose(packages_, chooser);
  const model::Model* model = model_for(chooser, packages, {file.string(), 1, 0}, found);
  if (model == nullptr) return;
  auto contract = xml::read_contract(*bytes, file.string(), *model, found.inputs);
  if (!contract) return;
  for (const LoadedContract& other : contracts_) {
    if (other.contract->id != contract->id) continue;
    found.inputs.error("contract.duplicate_id", contract->where,
                       message("contract \"{0}\" is already given by {1}", contract->id,
                               text_of(other.contract->where)),
                       message("give each contract once, with an id of its own"));
    return;
  }
  contracts_.push_back(
      {std::make_unique<const model::Contract>(*std::move(contract)), model, packages});
}

void Workspace::load_values(const fs::path& file, Findings& found) {
  spdlog::debug("reading values {}", file.string());
  const auto bytes = read_input(file, found.inputs);
  if (!bytes) return;
  auto more = csv::read_observations(*bytes, file.string(), found.values);
  observations_.insert(observations_.end(), std::make_move_iterator(more.begin()),
                       std::make_move_iterator(more.end()));
}

}  // namespace cpom::cli
