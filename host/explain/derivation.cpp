#include "explain/derivation.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/figures.hpp"
#include "engine/measure.hpp"
#include "report/shown.hpp"

namespace cpom::explain {
namespace {

using engine::Application;
using engine::Flag;
using engine::Outcome;
using engine::Result;
using engine::RuleKind;
using engine::Value;

constexpr std::string_view parameter_prefix = "param.";

/// What was put to the rule, in the order of its needs.
std::vector<Value> arguments_of(const Application& application) {
  std::vector<Value> values;
  for (const engine::Need& need : application.rule->needs) {
    Value value;
    if (need.name.starts_with(parameter_prefix)) {
      const auto name = std::string_view(need.name).substr(parameter_prefix.size());
      for (const model::Parameter* parameter : application.parameters) {
        if (parameter->name == name) value = parameter->value;
      }
    } else {
      for (const engine::Input& input : application.inputs) {
        if (input.name == need.name) value = input.value;
      }
    }
    values.push_back(std::move(value));
  }
  return values;
}

class Deriver {
 public:
  Deriver(const Subject& subject, const engine::Evaluation& evaluation, const Result& result)
      : subject_(subject), evaluation_(evaluation), result_(result) {
    derivation_.evaluation = &evaluation;
    derivation_.result = &result;
  }

  Derivation derive() {
    add_steps();
    add_calculations();
    add_layers();
    add_weight();
    derivation_.distance = distance_of(subject_, result_, evaluation_.as_of);
    return std::move(derivation_);
  }

 private:
  // --- The order of decision -------------------------------------------------------------------

  /// Where the decision stopped, counted from 0.
  std::size_t answering_step() const {
    switch (result_.outcome) {
      case Outcome::not_applicable:
      case Outcome::context: return 1;
      case Outcome::void_indicator: return 2;
      case Outcome::observed:
      case Outcome::target_pending:
      case Outcome::not_due: return 3;
      case Outcome::awaited:
      case Outcome::late: return 4;
      case Outcome::invalid: return 5;
      case Outcome::not_computable:
      case Outcome::rule_error: return result_.measure ? 7 : 6;
      case Outcome::classified: break;
    }
    return 7;
  }

  void add_steps() {
    const model::Selection& selection = *result_.selection;
    const auto when_added =
        selection.added_by.empty()
            ? message("the contract follows this indicator")
            : message("amendment no. {0} adds this indicator to the contract", selection.added_by);
    std::array<Step, 8> steps = {{
        {{}, message("Chosen by the contract?"), when_added, selection.where},
        {{},
         message("Applicable?"),
         message("it applies to this contract, this territory and the year {0}", result_.year),
         selection.indicator.where},
        {{},
         message("Still meaningful?"),
         message("no decision known on {0} makes it void", evaluation_.as_of),
         {}},
        {{}, message("Status expected?"), target_in_force(), target_place()},
        {{}, message("Value received?"), received(), value_place()},
        {{}, message("Value valid?"), message("nothing wrong is found in the figures"), {}},
        {{}, message("Computable?"), computed(), {}},
        {{}, message("Reached?"), {}, {}},
    }};
    const std::size_t answering = answering_step();
    for (std::size_t i = 0; i < steps.size(); ++i) {
      Step step = std::move(steps.at(i));
      if (i < answering) {
        step.state = Step::State::passed;
      } else if (i == answering) {
        step.state = Step::State::answered;
        step.said = result_.outcome == Outcome::classified ? verdict() : result_.reason;
        step.at = result_.outcome == Outcome::classified ? Position{} : result_.reason_at;
      } else {
        step.state = Step::State::not_reached;
        step.said = {};
        step.at = {};
      }
      derivation_.steps.push_back(std::move(step));
    }
  }

  Message target_in_force() const {
    if (result_.target == nullptr) return {};
    if (result_.target->due) return message("a target is set, due on {0}", *result_.target->due);
    return result_.target->amendment.empty()
               ? message("the initial contract sets a target for {0}", result_.year)
               : message("amendment no. {0} sets a target for {1}", result_.target->amendment,
                         result_.year);
  }

  Position target_place() const {
    return result_.target != nullptr ? result_.target->where : Position{};
  }

  const model::Observation* first_observation() const {
    if (result_.observation != nullptr) return result_.observation;
    for (const Application& application : result_.applications) {
      for (const engine::Input& input : application.inputs) {
        if (input.observation != nullptr) return input.observation;
      }
    }
    return nullptr;
  }

  Message received() const {
    const model::Observation* const observation = first_observation();
    if (observation == nullptr) return message("figures were received");
    return observation->received
               ? message("received on {0}; expected by {1}", *observation->received,
                         result_.expected_by)
               : message("received; no date of reception is given; expected by {0}",
                         result_.expected_by);
  }

  Position value_place() const {
    const model::Observation* const observation = first_observation();
    return observation != nullptr ? observation->where : Position{};
  }

  Message computed() const {
    if (!result_.measure) return {};
    return message("the measure is {0}",
                   Figure{*result_.measure, result_.selection->indicator.decimals});
  }

  Message verdict() const {
    return result_.reached.value_or(false) ? message("the target is reached")
                                           : message("the target is not reached");
  }

  // --- What the rules did ----------------------------------------------------------------------

  Calculation calculation(Calculation::Purpose purpose, const engine::Rule& rule,
                          std::vector<Value> arguments) {
    Calculation made;
    made.purpose = purpose;
    made.rule = &rule;
    made.arguments = std::move(arguments);
    made.answer = subject_.rules.call(rule, made.arguments);
    made.trace = subject_.traced.trace(rule, made.arguments, made.answer);
    return made;
  }

  static Calculation::Purpose purpose_of(RuleKind kind) {
    if (kind == RuleKind::check) return Calculation::Purpose::check;
    if (kind == RuleKind::classify) return Calculation::Purpose::status;
    return Calculation::Purpose::measure;
  }

  /// Further columns of a report are no part of how a status came about.
  static bool is_of_verdict(RuleKind kind) {
    return kind == RuleKind::compute || kind == RuleKind::check || kind == RuleKind::classify;
  }

  void add_calculations() {
    for (const Application& application : result_.applications) {
      const RuleKind kind = application.rule->kind;
      if (!is_of_verdict(kind)) continue;
      if (kind == RuleKind::compute && result_.flags.has(Flag::published)) {
        add_published(application);
        add_baseline();
        continue;
      }
      if (lacks_needs(application)) continue;
      Calculation made =
          calculation(purpose_of(kind), *application.rule, arguments_of(application));
      if (kind == RuleKind::compute) {
        made.unrounded = result_.unrounded;
        made.rounded = result_.measure;
        made.decimals = result_.selection->indicator.decimals;
      } else if (kind == RuleKind::check) {
        made.unrounded = result_.unrounded_progress;
        made.rounded = result_.progress;
      }
      derivation_.calculations.push_back(std::move(made));
      if (kind == RuleKind::compute) add_baseline();
    }
  }

  static bool lacks_needs(const Application& application) {
    const auto values = arguments_of(application);
    for (std::size_t i = 0; i < values.size(); ++i) {
      const bool missing = std::holds_alternative<std::monostate>(values[i]);
      if (missing && !application.rule->needs[i].optional) return true;
    }
    return false;
  }

  /// The rule was not called: the figure itself was supplied.
  void add_published(const Application& application) {
    Calculation made;
    made.rule = application.rule;
    made.unrounded = result_.unrounded;
    made.rounded = result_.measure;
    made.decimals = result_.selection->indicator.decimals;
    derivation_.calculations.push_back(std::move(made));
  }

  void add_baseline() {
    if (!result_.baseline || result_.outcome != Outcome::classified) return;
    const auto& rule = subject_.plan(*result_.selection).compute;
    const engine::Question question = subject_.question(result_, evaluation_.as_of);
    const engine::Figures figures = figures_of(subject_, result_, evaluation_.as_of);
    engine::Arguments arguments = engine::compute_arguments(*rule, question, figures, true);
    Calculation made;
    made.purpose = Calculation::Purpose::baseline;
    made.rule = rule->rule;
    if (arguments.missing.empty()) {
      made = calculation(Calculation::Purpose::baseline, *rule->rule, std::move(arguments.values));
      // Where the rule has no answer, the figure of the baseline stands in for its parts.
      if (!std::holds_alternative<double>(made.answer.first)) {
        made.trace.reset();
        made.arguments.clear();
      }
    }
    made.unrounded = engine::baseline_measure(*rule, question, figures, subject_.rules).value;
    made.rounded = result_.baseline;
    made.decimals = result_.selection->indicator.decimals;
    derivation_.calculations.push_back(std::move(made));
  }

  // --- Parameters and layers -------------------------------------------------------------------

  void add_layers() {
    std::vector<const model::Parameter*> known;
    const auto add = [&](const model::Parameter* parameter) {
      if (parameter == nullptr || std::find(known.begin(), known.end(), parameter) != known.end()) {
        return;
      }
      known.push_back(parameter);
      derivation_.parameters.push_back(below(subject_, result_, evaluation_.as_of, *parameter));
    };
    for (const Application& application : result_.applications) {
      if (!is_of_verdict(application.rule->kind)) continue;
      const bool published =
          application.rule->kind == RuleKind::compute && result_.flags.has(Flag::published);
      if (!published) {
        for (const model::Parameter* parameter : application.parameters) add(parameter);
      }
      derivation_.rules.push_back(below(subject_, result_, evaluation_.as_of, *application.rule));
    }
    const model::Parameter* least = subject_.plan(*result_.selection).minimum_denominator;
    const bool has_denominator =
        result_.observation != nullptr && result_.observation->denominator.has_value();
    if (has_denominator) add(least);
  }

  void add_weight() {
    if (!engine::is_expected(result_.outcome)) return;
    Weight weight;
    const model::Indicator& indicator = result_.selection->indicator;
    weight.weight = subject_.plan(*result_.selection).weight;
    weight.parameter = subject_.parameters.find("weight", indicator.code, indicator.objective);
    weight.total = 0;
    for (const Result& other : evaluation_.results) {
      const bool beside = other.year == result_.year && other.strand == result_.strand &&
                          other.selection->indicator.objective == indicator.objective &&
                          engine::is_expected(other.outcome);
      if (beside) weight.total += subject_.plan(*other.selection).weight;
    }
    derivation_.weight = weight;
  }

  const Subject& subject_;
  const engine::Evaluation& evaluation_;
  const Result& result_;
  Derivation derivation_;
};

}  // namespace

Derivation derive(const Subject& subject, const engine::Evaluation& evaluation,
                  const engine::Result& result) {
  return Deriver(subject, evaluation, result).derive();
}

}  // namespace cpom::explain
