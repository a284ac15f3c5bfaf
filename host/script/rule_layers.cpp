#include "script/rule_layers.hpp"

#include <map>
#include <optional>
#include <utility>

#include "lua/call.hpp"
#include "lua/sandbox.hpp"
#include "lua/state.hpp"
#include "script/api.hpp"
#include "script/chains.hpp"
#include "script/loader.hpp"

namespace cpom::script {
namespace {

class LayerReader {
 public:
  LayerReader() {
    const auto failure =
        lua::protect(state_.get(), [this](lua_State* L) { sandbox_.emplace(make_sandbox(L)); });
    if (failure) throw Error("rule.memory", {}, failure->what, failure->remedy);
  }

  LayeredRule read(const Chain& chain) {
    LayeredRule rule;
    rule.kind = chain.kind;
    rule.id = chain.id;
    rule.base = chain.base;
    if (chain.indicator != nullptr) rule.indicator = chain.indicator->code;
    rule.faults = chain.faults;
    const auto known = general_.find(chain.base);
    const Definition* const base = known == general_.end() ? nullptr : &known->second;
    Chain part = chain;
    part.links.clear();
    std::optional<Definition> last;
    for (const Link& link : chain.links) {
      part.links.push_back(link);
      const std::size_t before = rule.faults.size();
      auto definition = Loader(state_, *sandbox_, limits_).load(part, base, rule.faults);
      RuleLayer layer;
      layer.layer = link.package->layer;
      layer.package = link.package->name;
      layer.where = link.where();
      if (definition && rule.faults.size() == before) {
        layer.has_function = definition->where.file == link.where().file;
        if (layer.has_function) layer.where = definition->where;
        layer.summary = definition->summary;
        layer.needs = definition->needs;
        layer.locked = definition->locked_by.has_value();
        last = std::move(definition);
      }
      rule.layers.push_back(std::move(layer));
      if (rule.faults.size() > before) break;
    }
    if (last && chain.indicator == nullptr) general_.emplace(chain.id, *std::move(last));
    return rule;
  }

 private:
  lua::State state_;  // outlives every reference below
  std::optional<lua::Sandbox> sandbox_;
  lua::Limits limits_;
  std::map<std::string, Definition> general_;
};

}  // namespace

std::vector<LayeredRule> rule_layers(const PackageSet& packages, const model::Model& model,
                                     const model::Contract& contract) {
  Diagnostics told_elsewhere;
  const Chains chains =
      chains_of(packages.applying_to(model, contract), model, contract, told_elsewhere);
  LayerReader reader;
  std::vector<LayeredRule> all;
  for (const auto* group : {&chains.general, &chains.particular}) {
    for (const auto& [id, chain] : *group) all.push_back(reader.read(chain));
  }
  return all;
}

}  // namespace cpom::script
