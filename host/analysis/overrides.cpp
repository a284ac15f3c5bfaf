// Overrides of rules that never count: what goes before them does not build on them.
#include <algorithm>
#include <optional>

#include "analysis/checks.hpp"
#include "script/chains.hpp"

namespace cpom::analysis {
namespace {

using model::Layer;
using script::Chain;
using script::Chains;
using script::Link;
using script::Package;
using script::RuleFile;

/// Whether the file gives a whole rule, and not what differs from the rule below.
bool is_whole(const Source& source) {
  const auto all = returns(source.functions.front().flow);
  return !all.empty() && std::all_of(all.begin(), all.end(), [](const Return& each) {
    return each.values.size() == 1 && each.values[0].size() == 1 &&
           each.values[0].begin()->kind == Value::Kind::table;
  });
}

class OverrideCheck {
 public:
  OverrideCheck(const Sources& sources, const Subject& subject, Diagnostics& found)
      : sources_(sources), subject_(subject), found_(found) {
    for (const Context& context : subject.contexts) {
      Diagnostics told_elsewhere;
      chains_.push_back(
          script::chains_of(context.packages, *context.model, *context.contract, told_elsewhere));
    }
  }

  void run() {
    for (const Package* package : subject_.asked) {
      // What the layers below a plugin give is there to be changed.
      if (package->layer < Layer::plugin) continue;
      for (const RuleFile& file : package->rules) check(*package, file);
    }
  }

 private:
  /// The highest link of \a chain that takes nothing from those below; nullptr for none.
  const Link* highest_whole(const Chain& chain) const {
    for (auto link = chain.links.rbegin(); link != chain.links.rend(); ++link) {
      const Source* source = sources_.find(link->file->path.string());
      if (source != nullptr && is_whole(*source)) return &*link;
    }
    return nullptr;
  }

  /// What goes before \a file in \a chain; nullptr when the file counts.
  const Link* winner_over(const RuleFile& file, const Chain& chain) const {
    const Link* const highest = highest_whole(chain);
    if (highest == nullptr) return nullptr;
    const auto own = std::find_if(chain.links.begin(), chain.links.end(),
                                  [&](const Link& link) { return link.file == &file; });
    return own != chain.links.end() && &*own < highest ? highest : nullptr;
  }

  /// What all indicators that would take the general rule \a chain have instead of it; nullptr
  /// when one of them takes it, or none would.
  const Link* replaced_everywhere(const Chain& chain, const Context& context,
                                  const Chains& chains) const {
    const Link* winner = nullptr;
    for (const model::Selection& selection : context.contract->selections) {
      const model::Indicator& indicator = selection.indicator;
      if (script::general_rule(chain.kind, indicator, *context.model) != chain.id) continue;
      const auto own = chains.particular.find("indicators/" + indicator.code + "/" +
                                              std::string(engine::word_of(chain.kind)));
      const Link* replacing = own == chains.particular.end() ? nullptr : highest_whole(own->second);
      if (replacing == nullptr) return nullptr;
      winner = replacing;
    }
    return winner;
  }

  /// Contracts that are given tell more than one that is made up.
  bool applies_to_given(const Package& package) const {
    return std::any_of(
        subject_.contexts.begin(), subject_.contexts.end(), [&](const Context& context) {
          const auto& packages = context.packages;
          return !context.made_up() &&
                 std::find(packages.begin(), packages.end(), &package) != packages.end();
        });
  }

  void check(const Package& package, const RuleFile& file) {
    const bool given = applies_to_given(package);
    const Link* winner = nullptr;
    for (std::size_t at = 0; at < chains_.size(); ++at) {
      const Context& context = subject_.contexts[at];
      const auto& packages = context.packages;
      if (given && context.made_up()) continue;
      if (std::find(packages.begin(), packages.end(), &package) == packages.end()) continue;
      const bool of_indicator = chains_[at].particular.contains(file.id);
      const auto& group = of_indicator ? chains_[at].particular : chains_[at].general;
      const auto chain = group.find(file.id);
      if (chain == group.end()) continue;  // another check tells that there is no such indicator
      if (!of_indicator && !is_taken_by_form(chain->second.kind)) return;
      const Link* before = winner_over(file, chain->second);
      // A contract may define indicators that no model has.
      if (before == nullptr && !of_indicator && !context.made_up()) {
        before = replaced_everywhere(chain->second, context, chains_[at]);
      }
      if (before == nullptr) return;
      winner = before;
    }
    if (winner == nullptr) return;
    found_.note("rule.overridden", {file.path.string(), 1, 0},
                message("rule {0} counts for nothing here: {1} goes before it and does not build "
                        "on it",
                        file.id, winner->where().file),
                message("remove one of the two, or let the other one build on it: return "
                        "function(base) …"));
  }

  /// Of the other kinds, all that a contract has are called.
  static bool is_taken_by_form(engine::RuleKind kind) {
    return kind == engine::RuleKind::compute || kind == engine::RuleKind::check ||
           kind == engine::RuleKind::classify;
  }

  const Sources& sources_;
  const Subject& subject_;
  Diagnostics& found_;
  /// Beside the contexts.
  std::vector<Chains> chains_;
};

}  // namespace

void check_overrides(const Sources& sources, const Subject& subject, Diagnostics& found) {
  OverrideCheck(sources, subject, found).run();
}

}  // namespace cpom::analysis
