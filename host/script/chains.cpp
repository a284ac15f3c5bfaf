#include "script/chains.hpp"

#include <optional>

#include "base/names.hpp"

namespace cpom::script {
namespace {

using engine::RuleKind;
using model::Layer;

/// "compute/share" is ("compute", "share"); "indicators/2.c.1/compute" has an indicator as well.
struct RuleName {
  RuleKind kind = RuleKind::compute;
  std::string indicator;
};

RuleKind kind_of(std::string_view word) {
  for (const RuleKind kind : engine::all_rule_kinds) {
    if (engine::word_of(kind) == word) return kind;
  }
  return RuleKind::compute;
}

RuleName name_of(std::string_view id) {
  const auto first = id.find('/');
  const auto last = id.rfind('/');
  if (first == last) return {kind_of(id.substr(0, first)), {}};
  return {kind_of(id.substr(last + 1)), std::string(id.substr(first + 1, last - first - 1))};
}

Diagnostic two_writers(const Chain& chain, const Link& first, const Link& second) {
  return {Severity::error, "rule.two_writers", second.where(),
          message("rule {0} is also written in {1}, on the same layer ({2})", chain.id,
                  first.where().file, model::word_of(second.package->layer)),
          message("keep one of the two, or move one to another layer")};
}

Diagnostic plugin_override(const Chain& chain, const Link& link, const std::string& below) {
  return {Severity::error, "rule.plugin_override", link.where(),
          message("the plugin changes rule {0}, which {1} defines; plugins add rules only",
                  chain.id, below),
          message("give the rule another name")};
}

Diagnostic secured(const Chain& chain, const Link& link) {
  const auto layer = model::word_of(link.package->layer);
  const std::string where = text_of(chain.indicator->where);
  return {Severity::error, "rule.secured", link.where(),
          chain.kind == RuleKind::check
              ? message("indicator {0} has a secured national definition, at {2}; layer \"{1}\" "
                        "may not change how it is checked against its target",
                        chain.indicator->code, layer, where)
              : message("indicator {0} has a secured national definition, at {2}; layer \"{1}\" "
                        "may not change how it is computed",
                        chain.indicator->code, layer, where),
          message("remove this file, or follow an indicator of your own")};
}

class ChainMaker {
 public:
  ChainMaker(const model::Model& model, const model::Contract& contract, Diagnostics& found)
      : model_(model), contract_(contract), found_(found) {}

  void add(const Link& link) {
    const RuleName name = name_of(link.file->id);
    const model::Indicator* indicator = nullptr;
    if (!name.indicator.empty()) {
      indicator = indicator_of(model_, contract_, name.indicator);
      if (indicator == nullptr) {
        report_unknown(link, name.indicator);
        return;
      }
    }
    Chain& chain = (indicator == nullptr ? chains_.general : chains_.particular)[link.file->id];
    if (chain.id.empty()) {
      chain.kind = name.kind;
      chain.id = link.file->id;
      chain.indicator = indicator;
      if (indicator != nullptr) chain.base = general_rule(name.kind, *indicator, model_);
    }
    check(chain, link);
    chain.links.push_back(link);
  }

  Chains take() { return std::move(chains_); }

 private:
  void check(Chain& chain, const Link& link) {
    const Layer layer = link.package->layer;
    if (!chain.links.empty() && chain.links.back().package->layer == layer) {
      chain.faults.push_back(two_writers(chain, chain.links.back(), link));
    }
    if (layer == Layer::plugin) {
      if (const auto below = rule_below(chain, link.package->name)) {
        chain.faults.push_back(plugin_override(chain, link, *below));
      }
    }
    // Of plugins, what they change of others is told above.
    const bool is_of_definition = (chain.kind == RuleKind::compute && layer > Layer::model) ||
                                  (chain.kind == RuleKind::check && layer > Layer::plugin);
    const bool secures = chain.indicator != nullptr && chain.indicator->secured;
    if (secures && is_of_definition) chain.faults.push_back(secured(chain, link));
  }

  /// The file that defines what another file of \a chain, of \a plugin, would change. An
  /// indicator of its own is for the plugin to judge.
  std::optional<std::string> rule_below(const Chain& chain, const std::string& plugin) const {
    for (const Link& link : chain.links) {
      if (link.package->layer < Layer::plugin) return link.where().file;
    }
    if (chain.indicator != nullptr && chain.indicator->plugin == plugin) return std::nullopt;
    const auto base = chains_.general.find(chain.base);
    if (base == chains_.general.end()) return std::nullopt;
    return base->second.links.front().where().file;
  }

  /// A region's package may speak of indicators that only other models have.
  void report_unknown(const Link& link, const std::string& code) {
    const bool for_this_model =
        link.package->model == model_.id || link.package->layer == Layer::contract;
    if (!for_this_model) return;
    std::vector<std::string> codes;
    for (const auto& indicator : model_.indicators) codes.push_back(indicator.code);
    for (const auto& selection : contract_.selections) codes.push_back(selection.indicator.code);
    found_.error("rule.unknown_indicator", link.where(), message("no indicator \"{0}\"", code),
                 suggestion(code, codes));
  }

  const model::Model& model_;
  const model::Contract& contract_;
  Diagnostics& found_;
  Chains chains_;
};

}  // namespace

Chains chains_of(const std::vector<const Package*>& packages, const model::Model& model,
                 const model::Contract& contract, Diagnostics& found) {
  ChainMaker maker(model, contract, found);
  // General rules first: the others build on them.
  for (const bool of_indicators : {false, true}) {
    for (const Package* package : packages) {
      for (const RuleFile& file : package->rules) {
        if (file.id.starts_with("indicators/") == of_indicators) maker.add({package, &file});
      }
    }
  }
  return maker.take();
}

std::string general_rule(RuleKind kind, const model::Indicator& indicator,
                         const model::Model& model) {
  switch (kind) {
    case RuleKind::compute: return "compute/" + indicator.form;
    case RuleKind::check: return "check/" + std::string(model::word_of(indicator.direction));
    case RuleKind::classify:
      return "classify/" + (indicator.classify.empty() ? model.classify_rule : indicator.classify);
    case RuleKind::term: return model.term_rule.empty() ? "" : "term/" + model.term_rule;
    default: return {};
  }
}

const model::Indicator* indicator_of(const model::Model& model, const model::Contract& contract,
                                     std::string_view code) {
  if (const model::Selection* selection = contract.selection(code)) return &selection->indicator;
  return model.indicator(code);
}

}  // namespace cpom::script
