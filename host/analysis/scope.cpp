// Packages that apply to nothing, and settings that two packages of one layer write.
#include <algorithm>
#include <utility>

#include "analysis/checks.hpp"
#include "base/names.hpp"

namespace cpom::analysis {
namespace {

using model::Layer;
using script::Package;

bool applies(const Context& context, const Package* package) {
  const auto& packages = context.packages;
  return std::find(packages.begin(), packages.end(), package) != packages.end();
}

/// Each once, in order, between commas.
std::string listed(std::vector<std::string> words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : ", ") + word;
  return list;
}

class ScopeCheck {
 public:
  ScopeCheck(const Subject& subject, Diagnostics& found) : subject_(subject), found_(found) {
    for (const Context& context : subject.contexts) {
      if (!context.made_up()) contracts_.push_back(&context);
    }
  }

  void run() {
    for (const Package* package : subject_.asked) check_model(*package);
    for (const auto& group : subject_.for_contracts) check_group(group);
    for (const Context& context : subject_.contexts) {
      if (context.made_up()) check_settings(context);
    }
  }

 private:
  void check_model(const Package& package) {
    const auto& models = subject_.models;
    const bool is_known = std::any_of(models.begin(), models.end(), [&](const model::Model* model) {
      return package.is_for(*model);
    });
    if (is_known || models.empty()) return;
    std::vector<std::string> names;
    for (const model::Model* model : models) {
      for (const std::string& name : {model->id, model->family}) {
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
      }
    }
    const Message nearest = suggestion(package.model, names);
    found_.error("package.unknown_model", package.where,
                 message("package \"{0}\" is for model \"{1}\", which is not known", package.name,
                         package.model),
                 nearest.empty() ? message("give the file of the model by --model") : nearest);
  }

  void check_group(const std::vector<const Package*>& group) {
    if (contracts_.empty()) return;
    const bool is_used = std::any_of(group.begin(), group.end(), [&](const Package* package) {
      return std::any_of(contracts_.begin(), contracts_.end(),
                         [&](const Context* context) { return applies(*context, package); });
    });
    if (is_used) return;
    for (const Package* package : group) {
      found_.warning("package.applies_nowhere", package->where,
                     message("package \"{0}\" applies to none of the contracts given: {1}",
                             package->name, why(*package)),
                     remedy(*package));
    }
  }

  template <class Read>
  std::string of_contracts(const Read& read) const {
    std::vector<std::string> words;
    for (const Context* context : contracts_) words.push_back(read(*context));
    return listed(std::move(words));
  }

  Message why(const Package& package) const {
    const bool is_for_a_model =
        std::any_of(contracts_.begin(), contracts_.end(),
                    [&](const Context* context) { return package.is_for(*context->model); });
    if (!is_for_a_model) {
      return message("it is for model {0}, theirs: {1}", package.model,
                     of_contracts([](const Context& context) { return context.contract->model; }));
    }
    if (package.layer == Layer::contract) {
      return message("it is for contract {0}, these are: {1}", package.contract,
                     of_contracts([](const Context& context) { return context.contract->id; }));
    }
    if (package.layer == Layer::region && !of_region(package)) {
      return message("it is for region {0}, theirs: {1}", package.region,
                     of_contracts([](const Context& context) { return context.contract->region; }));
    }
    return message("it applies to those that name it, and none does");
  }

  bool of_region(const Package& package) const {
    return std::any_of(contracts_.begin(), contracts_.end(), [&](const Context* context) {
      return context->contract->region == package.region;
    });
  }

  Message remedy(const Package& package) const {
    if (package.by_name() && (package.layer != Layer::region || of_region(package))) {
      return message("name it in the contract: <packages><package name=\"{0}\"/></packages>",
                     package.name);
    }
    return message("give the rules of these contracts, or correct what package.lua says");
  }

  /// In a contract that is given, binding tells.
  void check_settings(const Context& context) {
    std::vector<model::Parameter> all = context.model->parameters;
    for (const Package* package : context.packages) {
      // Whether a contract names two of these together is for the contract to say.
      if (package->by_name()) continue;
      const auto own = subject_.settings.find(package);
      if (own != subject_.settings.end()) {
        all.insert(all.end(), own->second.begin(), own->second.end());
      }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const model::Parameter& one, const model::Parameter& other) {
                       return one.layer < other.layer;
                     });
    model::Parameters().add(std::move(all), found_);
  }

  const Subject& subject_;
  Diagnostics& found_;
  std::vector<const Context*> contracts_;
};

}  // namespace

void check_scope(const Subject& subject, Diagnostics& found) { ScopeCheck(subject, found).run(); }

}  // namespace cpom::analysis
