// What rules need and nobody gives, and what is given and nobody needs.
#include "analysis/checks.hpp"

#include <algorithm>
#include <array>

#include "base/names.hpp"
#include "script/source_lines.hpp"

namespace cpom::analysis {
namespace {

using engine::Need;
using engine::RuleKind;
using model::Indicator;
using model::Layer;
using model::Parameter;

constexpr std::string_view parameter_prefix = "param.";

/// What the order of decision itself reads.
constexpr std::array<std::string_view, 2> read_by_the_host = {"weight", "minimum_denominator"};

std::string_view parameter_of(const Need& need) {
  const std::string_view name = need.name;
  return name.starts_with(parameter_prefix) ? name.substr(parameter_prefix.size())
                                            : std::string_view{};
}

Position place_of(const RuleFunction& rule, const Need& need) {
  const std::string& text = rule.source->file->source;
  const int line = script::line_of_text(text, need.optional ? need.name + "?" : need.name);
  return rule.source->place(line, need.name);
}

std::string_view name_part(std::string_view id) { return id.substr(id.find('/') + 1); }

class NeedCheck {
 public:
  NeedCheck(const std::vector<RuleFunction>& rules, const Sources& sources, const Subject& subject,
            Diagnostics& found)
      : rules_(rules), sources_(sources), subject_(subject), found_(found) {}

  void run() {
    collect_components();
    collect_parameters();
    for (const RuleFunction& rule : rules_) {
      for (const Need& need : rule.needs) check(rule, need);
    }
    collect_needed();
    for (const script::Package* package : subject_.asked) {
      const auto settings = subject_.settings.find(package);
      if (settings != subject_.settings.end()) check_given(settings->second);
    }
    for (const model::Model* model : subject_.asked_models) check_given(model->parameters);
    for (const Context& context : subject_.contexts) {
      if (!context.made_up()) check_given(context.contract->parameters);
    }
  }

 private:
  void add_components(const Indicator& indicator) {
    for (const model::Component& component : indicator.components) {
      for (const char* const part : {"", ".numerator", ".denominator"}) {
        components_.insert(component.id + part);
      }
    }
  }

  void collect_components() {
    for (const model::Model* model : subject_.models) {
      for (const Indicator& indicator : model->indicators) add_components(indicator);
    }
    for (const Context& context : subject_.contexts) {
      for (const auto& selection : context.contract->selections) {
        add_components(selection.indicator);
      }
    }
  }

  void collect_parameters() {
    const auto add = [&](const std::vector<Parameter>& parameters) {
      for (const Parameter& parameter : parameters) set_.insert(parameter.name);
    };
    for (const auto& [package, settings] : subject_.settings) add(settings);
    for (const model::Model* model : subject_.models) add(model->parameters);
    for (const Context& context : subject_.contexts) {
      add(context.contract->parameters);
      if (!context.made_up()) add(context.parameters->all());
    }
  }

  void check(const RuleFunction& rule, const Need& need) {
    const std::string_view parameter = parameter_of(need);
    if (!parameter.empty()) {
      check_parameter(rule, need, std::string(parameter));
    } else if (rule.kind == RuleKind::compute && rule.indicator == nullptr) {
      check_input(rule, need);
    }
  }

  /// A general rule may need any component; one that no indicator has is a mistake.
  void check_input(const RuleFunction& rule, const Need& need) {
    const auto inputs = engine::inputs_of(rule.kind);
    std::vector<std::string> known(inputs.begin(), inputs.end());
    known.insert(known.end(), components_.begin(), components_.end());
    if (std::find(known.begin(), known.end(), need.name) != known.end()) return;
    found_.error("rule.unknown_input", place_of(rule, need),
                 message("rule {0} needs \"{1}\", which is neither an input nor a component of "
                         "any indicator",
                         rule.id, need.name),
                 suggestion(need.name, known));
  }

  void check_parameter(const RuleFunction& rule, const Need& need, const std::string& name) {
    if (set_.contains(name)) return;
    const std::vector<std::string> known(set_.begin(), set_.end());
    const std::string nearest = nearest_name(name, known);
    // One that nothing resembles is for others to set, and so is one of a row of like names.
    if (nearest.empty() || needs(rule, nearest)) return;
    found_.warning(
        "rule.unknown_parameter", place_of(rule, need),
        message("rule {0} needs parameter \"{1}\", which nobody sets{2}", rule.id, name, Message{}),
        message("did you mean \"{0}\"?", nearest));
  }

  /// From the texts of all files: those that could not be loaded count as well.
  void collect_needed() {
    needed_.insert(read_by_the_host.begin(), read_by_the_host.end());
    for (const Source& source : sources_.all()) {
      for (const FollowedFunction& each : source.functions) {
        for (const lua::Constant& constant : each.function->constants) {
          const auto* text = std::get_if<std::string>(&constant);
          if (text == nullptr || !text->starts_with(parameter_prefix)) continue;
          std::string name = text->substr(parameter_prefix.size());
          if (name.ends_with('?')) name.pop_back();
          needed_.insert(std::move(name));
        }
      }
    }
    for (const model::Model* model : subject_.models) {
      for (const model::Bands& bands : model->bands) {
        needed_.insert(bands.thresholds.begin(), bands.thresholds.end());
      }
    }
  }

  void check_given(const std::vector<Parameter>& parameters) {
    for (const Parameter& parameter : parameters) {
      if (!needed_.contains(parameter.name)) {
        const std::vector<std::string> known(needed_.begin(), needed_.end());
        const std::string nearest = nearest_name(parameter.name, known);
        found_.warning(
            "parameter.unused", parameter.where,
            message("no rule needs parameter \"{0}\"", parameter.name),
            nearest.empty() ? message("remove it") : message("did you mean \"{0}\"?", nearest));
      } else {
        check_scope(parameter);
        check_overridden(parameter);
      }
    }
  }

  static bool is_of_host(const std::string& name) {
    return std::find(read_by_the_host.begin(), read_by_the_host.end(), name) !=
           read_by_the_host.end();
  }

  /// The rules that judge \a indicator in \a context.
  std::vector<const RuleFunction*> rules_of(const Context& context,
                                            const Indicator& indicator) const {
    const std::string classify =
        indicator.classify.empty() ? context.model->classify_rule : indicator.classify;
    std::vector<const RuleFunction*> all;
    for (const RuleKind kind : {RuleKind::compute, RuleKind::check, RuleKind::classify}) {
      const std::string_view general = kind == RuleKind::compute ? std::string_view(indicator.form)
                                       : kind == RuleKind::check
                                           ? model::word_of(indicator.direction)
                                           : std::string_view(classify);
      const RuleFunction* chosen = nullptr;
      for (const RuleFunction& rule : rules_) {
        if (rule.context != &context || rule.kind != kind || !rule.on_top) continue;
        if (rule.indicator != nullptr && rule.indicator->code == indicator.code) {
          chosen = &rule;
        } else if (chosen == nullptr && rule.indicator == nullptr &&
                   name_part(rule.id) == general) {
          chosen = &rule;
        }
      }
      if (chosen != nullptr) all.push_back(chosen);
    }
    return all;
  }

  static bool needs(const RuleFunction& rule, const std::string& parameter) {
    return std::any_of(rule.needs.begin(), rule.needs.end(),
                       [&](const Need& need) { return parameter_of(need) == parameter; });
  }

  /// A parameter for one indicator, whose rules do not need it.
  void check_scope(const Parameter& parameter) {
    if (parameter.indicator.empty() || is_of_host(parameter.name)) return;
    for (const Context& context : subject_.contexts) {
      const model::Selection* selection = context.contract->selection(parameter.indicator);
      if (selection == nullptr) continue;
      const auto rules = rules_of(context, selection->indicator);
      const bool is_needed = rules.size() < 3 ||
                             std::any_of(rules.begin(), rules.end(), [&](const RuleFunction* rule) {
                               return needs(*rule, parameter.name);
                             });
      if (is_needed || needed_by_others(context, parameter)) return;
      found_.warning("parameter.unused", parameter.where,
                     message("the rules of indicator {0} do not need parameter \"{1}\"",
                             parameter.indicator, parameter.name),
                     message("remove it, or set it for an indicator whose rules need it"));
      return;
    }
  }

  /// A value for all that counts for none of the contracts: each has another that goes before it.
  void check_overridden(const Parameter& parameter) {
    // What the layers below a region give is there to be changed.
    if (!parameter.indicator.empty() || parameter.layer < Layer::region) return;
    const Parameter* winner = nullptr;
    for (const Context& context : subject_.contexts) {
      if (context.made_up() || !is_in_force(parameter, context)) continue;
      for (const model::Selection& selection : context.contract->selections) {
        const Indicator& indicator = selection.indicator;
        for (const RuleFunction* rule : rules_of(context, indicator)) {
          if (!needs(*rule, parameter.name)) continue;
          const Parameter* used =
              context.parameters->find(parameter.name, indicator.code, indicator.objective);
          if (used == nullptr || used->where == parameter.where) return;
          winner = used;
        }
      }
      if (needed_by_others(context, parameter)) return;
    }
    if (winner == nullptr) return;
    found_.note("parameter.overridden", parameter.where,
                message("parameter \"{0}\" counts for no indicator: {1} goes before it everywhere",
                        parameter.name, text_of(winner->where)),
                message("remove one of the two"));
  }

  static bool is_in_force(const Parameter& parameter, const Context& context) {
    const auto& all = context.parameters->all();
    return std::any_of(all.begin(), all.end(), [&](const Parameter& each) {
      return each.name == parameter.name && each.where == parameter.where;
    });
  }

  /// By rules that are not of one indicator's judgement: weather, columns, sections…
  bool needed_by_others(const Context& context, const Parameter& parameter) const {
    return std::any_of(rules_.begin(), rules_.end(), [&](const RuleFunction& rule) {
      return rule.context == &context && rule.kind != RuleKind::compute &&
             rule.kind != RuleKind::check && rule.kind != RuleKind::classify &&
             needs(rule, parameter.name);
    });
  }

  const std::vector<RuleFunction>& rules_;
  const Sources& sources_;
  const Subject& subject_;
  Diagnostics& found_;
  std::set<std::string> components_;
  std::set<std::string> set_;
  std::set<std::string> needed_;
};

}  // namespace

void check_needs(const std::vector<RuleFunction>& rules, const Sources& sources,
                 const Subject& subject, Diagnostics& found) {
  NeedCheck(rules, sources, subject, found).run();
}

}  // namespace cpom::analysis
