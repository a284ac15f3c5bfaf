#include "testing/ground.hpp"

#include <algorithm>

namespace cpom::testing {

const model::Model* Materials::model(const std::string& id) const {
  const auto found = std::find_if(models.begin(), models.end(),
                                  [&](const model::Model* known) { return known->id == id; });
  return found == models.end() ? nullptr : *found;
}

const model::Model* Materials::model_of(const script::Package& package) const {
  for (auto at = models.rbegin(); at != models.rend(); ++at) {
    const bool fits =
        package.model.empty() || package.model == (*at)->id || package.model == (*at)->family;
    if (fits) return *at;
  }
  return nullptr;
}

namespace {

/// Follows nothing; \a tested applies to it.
model::Contract contract_for(const script::Package& tested, const model::Model& model) {
  model::Contract contract;
  contract.id = tested.contract.empty() ? "test" : tested.contract;
  contract.label = contract.id;
  contract.model = model.id;
  contract.region = tested.region;
  contract.start = model.valid_from;
  contract.end = model.valid_to;
  contract.strands = {model::Strand{}};
  contract.objectives = model.objectives;
  const bool named = tested.layer == model::Layer::plugin || tested.layer == model::Layer::region;
  if (named) contract.packages.push_back({tested.name, {}, {}});
  return contract;
}

std::vector<const script::Package*> packages_for(const Materials& materials,
                                                 const script::Package& tested,
                                                 model::Layer highest, const model::Model& model,
                                                 const model::Contract& contract) {
  auto packages = materials.packages.applying_to(model, contract);
  std::erase_if(packages, [&](const script::Package* package) {
    // Two packages of one layer that are both tested may write the same rule.
    const bool beside = package->layer == tested.layer && package->layer > model::Layer::plugin &&
                        package != &tested;
    return beside || package->layer > highest;
  });
  return packages;
}

/// Puts chunks in the place of the sources they stand for.
void replace(script::Package& package, const Replacements& replaced) {
  for (script::RuleFile& file : package.rules) {
    const auto other = replaced.find(file.path.string());
    if (other != replaced.end()) file.chunk = other->second;
  }
}

const model::Model& compose(const Materials& materials, const model::Model& base,
                            const std::vector<const script::Package*>& packages) {
  const model::Model* model = materials.compose ? materials.compose(base, packages) : &base;
  return model != nullptr ? *model : base;
}

}  // namespace

const model::Model* composed_model(const Materials& materials, const script::Package& package,
                                   const std::string& id) {
  const model::Model* base = id.empty() ? materials.model_of(package) : materials.model(id);
  if (base == nullptr) return nullptr;
  const model::Contract contract = contract_for(package, *base);
  return &compose(materials, *base,
                  packages_for(materials, package, package.layer, *base, contract));
}

Ground make_ground(const Materials& materials, const script::Package& tested, model::Layer highest,
                   const model::Model& base, const Replacements& replaced) {
  Ground ground;
  ground.contract = contract_for(tested, base);
  const auto packages = packages_for(materials, tested, highest, base, ground.contract);
  ground.model = &compose(materials, base, packages);
  ground.contract.objectives = ground.model->objectives;
  std::vector<model::Parameter> parameters = ground.model->parameters;
  std::erase_if(parameters, [&](const auto& parameter) { return parameter.layer > highest; });
  for (const script::Package* package : packages) {
    const auto settings = materials.settings.find(package->name);
    if (settings != materials.settings.end()) {
      parameters.insert(parameters.end(), settings->second.begin(), settings->second.end());
    }
    ground.packages.packages.push_back(*package);
    replace(ground.packages.packages.back(), replaced);
  }
  std::stable_sort(parameters.begin(), parameters.end(),
                   [](const auto& one, const auto& other) { return one.layer < other.layer; });
  Diagnostics ignored;  // told when the package is checked
  ground.parameters.add(std::move(parameters), ignored);
  return ground;
}

const engine::Rule* GroundRules::find(const std::string& id) const {
  const auto first = id.find('/');
  const auto last = id.rfind('/');
  if (first == std::string::npos) return nullptr;
  const bool particular = first != last;
  const std::string word = particular ? id.substr(last + 1) : id.substr(0, first);
  for (const engine::RuleKind kind : engine::all_rule_kinds) {
    if (engine::word_of(kind) != word) continue;
    const engine::Rule* rule =
        particular ? book->find(kind, {}, std::string_view(id).substr(first + 1, last - first - 1))
                   : book->find(kind, std::string_view(id).substr(first + 1), {});
    return rule != nullptr && rule->id == id ? rule : nullptr;
  }
  return nullptr;
}

std::vector<std::string> rule_ids(const GroundRules& rules) {
  std::vector<std::string> ids;
  for (const script::Package& package : rules.ground->packages.packages) {
    for (const script::RuleFile& file : package.rules) {
      if (rules.find(file.id) != nullptr) ids.push_back(file.id);
    }
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

Bench::Bench(const Materials& materials, Replacements replaced)
    : materials_(materials), replaced_(std::move(replaced)) {}

engine::Answer Bench::call(const engine::Rule& rule, std::span<const engine::Value> arguments) {
  if (observer_ != nullptr) observer_->called(rule, arguments);
  return lua_.call(rule, arguments);
}

const GroundRules* Bench::rules(const script::Package& tested, std::optional<model::Layer> layers,
                                const std::string& model_id) {
  const model::Model* model =
      model_id.empty() ? materials_.model_of(tested) : materials_.model(model_id);
  if (model == nullptr) return nullptr;
  const model::Layer highest = std::min(layers.value_or(tested.layer), tested.layer);
  const Key key{&tested, highest, model};
  const auto known = rules_.find(key);
  if (known != rules_.end()) return &known->second;
  auto& ground = grounds_[key];
  ground = std::make_unique<Ground>(make_ground(materials_, tested, highest, *model, replaced_));
  loading_ = true;
  const engine::RuleBook& book =
      lua_.book(ground->packages, *ground->model, ground->contract, faults_);
  loading_ = false;
  return &rules_.emplace(key, GroundRules{ground.get(), &book}).first->second;
}

const engine::RuleBook& Bench::book(const script::PackageSet& packages, const model::Model& model,
                                    const model::Contract& contract) {
  script::PackageSet run = packages;
  for (script::Package& package : run.packages) replace(package, replaced_);
  Diagnostics told_already;
  loading_ = true;
  const engine::RuleBook& book = lua_.book(run, model, contract, told_already);
  loading_ = false;
  return book;
}

}  // namespace cpom::testing
