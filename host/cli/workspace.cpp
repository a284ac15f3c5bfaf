#include "cli/workspace.hpp"

#include <algorithm>
#include <iterator>

#include <spdlog/spdlog.h>

#include "cli/attribution.hpp"
#include "cli/inputs.hpp"
#include "csv/observation_reader.hpp"
#include "xml/readers.hpp"

namespace cpom::cli {
namespace {

namespace fs = std::filesystem;

/// Where the contract names its model: the first text between quotes that says so.
Position place_of(const std::string& model_id, std::string_view bytes, const fs::path& file) {
  const auto quoted =
      std::min(bytes.find('"' + model_id + '"'), bytes.find('\'' + model_id + '\''));
  Position where{file.string(), 0, 0};
  if (quoted == std::string_view::npos) return where;
  const std::string_view before = bytes.substr(0, quoted);
  where.line = static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
  return where;
}

bool has_core(const script::PackageSet& set) {
  return std::any_of(set.packages.begin(), set.packages.end(), [](const script::Package& package) {
    return package.layer == model::Layer::core;
  });
}

/// A core of the user's own replaces all that is shipped: the shipped layers rest on the shipped
/// core.
script::PackageSet load_packages(const Sources& sources, const fs::path& data, Diagnostics& found) {
  std::vector<fs::path> roots = sources.rules;
  roots.insert(roots.end(), sources.plugins.begin(), sources.plugins.end());
  if (!sources.rules.empty()) {
    Diagnostics own;
    script::PackageSet set = script::find_packages(roots, own);
    if (has_core(set)) {
      found.append(own);
      return set;
    }
  }
  roots.insert(roots.begin(), data / "rules");
  return script::find_packages(roots, found);
}

}  // namespace

Workspace::Workspace(const Sources& sources, const fs::path& data, Findings& found)
    : library_(data / "contracts") {
  for (const fs::path& file : sources.models) library_.add(file, found.inputs);
  for (const fs::path& file : sources.contracts) load_contract(file, found);
  for (const fs::path& file : sources.values) load_values(file, found);
  packages_ = load_packages(sources, data, found.inputs);
  if (contracts_.size() == sources.contracts.size()) {
    check_attribution(observations_, contract_ids(), found.values);
  }
  spdlog::info("contracts: {}, values: {}, packages of rules: {}", contracts_.size(),
               observations_.size(), packages_.packages.size());
}

std::vector<std::string> Workspace::contract_ids() const {
  std::vector<std::string> ids;
  for (const LoadedContract& loaded : contracts_) ids.push_back(loaded.contract->id);
  return ids;
}

void Workspace::load_contract(const fs::path& file, Findings& found) {
  spdlog::debug("reading contract {}", file.string());
  const auto bytes = read_input(file, found.inputs);
  if (!bytes) return;
  const auto model_id = xml::model_of_contract(*bytes);
  if (!model_id) {
    // Reading it against any model tells what is wrong with the document itself.
    xml::read_contract(*bytes, file.string(), {}, found.inputs);
    return;
  }
  const model::Model* model =
      library_.find(*model_id, place_of(*model_id, *bytes, file), found.inputs);
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
  contracts_.push_back({std::make_unique<const model::Contract>(*std::move(contract)), model});
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
