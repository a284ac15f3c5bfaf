#include "explain/account.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/number.hpp"
#include "engine/expectation.hpp"
#include "explain/expression.hpp"
#include "explain/words.hpp"
#include "model/assumed.hpp"

namespace cpom::explain {
namespace {

using engine::Outcome;
using engine::Result;
using model::Indicator;
using model::Observation;
using model::Parameter;
using report::Units;
using report::Voice;

class Teller {
 public:
  Teller(const Derivation& derivation, const Voice& voice)
      : derivation_(derivation),
        result_(*derivation.result),
        indicator_(derivation.result->selection->indicator),
        voice_(voice) {}

  Account tell() {
    Account account;
    account.title = title();
    account.answer = without_double_stop(answer());
    account.sections = {rule_section(), data_section(), parameter_section(), operation_section(),
                        distance_section()};
    return account;
  }

 private:
  std::string say(const Message& text) const { return voice_.say(text); }

  void add(const Message& text, int depth = 0) { section_.lines.push_back({say(text), depth}); }

  void begin(std::string id, const Message& title) { section_ = {std::move(id), say(title), {}}; }

  std::string at(const Position& place) const {
    return place.file.empty() ? std::string() : " (" + voice_.place_text(place) + ")";
  }

  std::string name_of_input(std::string_view need) const {
    return explain::name_of_input(need, &indicator_, voice_.language());
  }

  std::string figure(double value) const { return render(Figure{value}, voice_.language()); }

  // --- Title and answer ------------------------------------------------------------------------

  std::string title() const {
    const std::string& strand =
        result_.strand->label.empty() ? result_.strand->id : result_.strand->label;
    const Message what =
        strand.empty() ? message("{0}, {1}", indicator_.code, result_.year)
                       : message("{0}, strand {1}, {2}", indicator_.code, strand, result_.year);
    return say(message("{0}: {1}", what, indicator_.label));
  }

  /// Reasons that people write may end with a full stop of their own.
  static std::string without_double_stop(std::string text) {
    if (text.ends_with("..") || text.ends_with(".).")) text.pop_back();
    return text;
  }

  std::string status_text(const model::Status& status) const { return voice_.mark(status).label; }

  std::string answer() const {
    std::string text;
    if (result_.outcome != Outcome::classified) {
      text = say(message("{0}: {1}.", voice_.mark(result_.outcome).label,
                         result_.reason.empty() ? message("no status is expected")
                                                : message("{0}", voice_.tell(result_.reason))));
    } else if (result_.flags.has(engine::Flag::constraint_broken)) {
      text =
          say(message("{0}: the second constraint is not respected, so that the target, {1}, is "
                      "not reached, whatever the value, {2}.",
                      status_text(*result_.status), voice_.target(result_), voice_.value(result_)));
    } else if (result_.reached.value_or(false)) {
      text =
          say(message("{0}: the value, {1}, reaches the target, {2}.", status_text(*result_.status),
                      voice_.value(result_), voice_.target(result_)));
    } else if (result_.shown_progress) {
      text =
          say(message("{0}: the value, {1}, does not reach the target, {2}; {3} of the way from "
                      "the baseline has been covered.",
                      status_text(*result_.status), voice_.value(result_), voice_.target(result_),
                      voice_.progress(result_)));
    } else {
      text =
          say(message("{0}: the value, {1}, does not reach the target, {2}.",
                      status_text(*result_.status), voice_.value(result_), voice_.target(result_)));
    }
    const std::string retained = voice_.retained(result_);
    if (!retained.empty()) text += " " + say(message("A person decided otherwise: {0}.", retained));
    return text;
  }

  // --- 1. The rule's part in the decision ------------------------------------------------------

  Section rule_section() {
    begin("rule", message("The rule's part in the decision"));
    add(message("The rules propose a status; a person decides."));
    tell_retained();
    add(message("Order of decision, as known on {0}:", derivation_.evaluation->as_of));
    int number = 0;
    for (const Step& step : derivation_.steps) tell_step(step, ++number);
    for (const RuleBelow& rule : derivation_.rules) tell_rule(rule);
    tell_assumptions();
    return std::move(section_);
  }

  void tell_retained() {
    const std::string retained = voice_.retained(result_);
    if (!retained.empty()) {
      add(message("{0}{1}", retained, at(result_.retained->where)));
    } else if (result_.outcome == Outcome::void_indicator && result_.retained != nullptr) {
      add(message("Here a person decided that the indicator is void{0}.",
                  at(result_.retained->where)));
    } else {
      add(message("No status retained by a person is known for this year."));
    }
  }

  void tell_step(const Step& step, int number) {
    const std::string question = say(step.question);
    if (step.state == Step::State::not_reached) {
      add(message("{0}. {1} not examined, the answer was already given", number, question), 1);
      return;
    }
    const std::string said = voice_.tell(step.said) + at(step.at);
    add(step.state == Step::State::passed ? message("{0}. {1} Yes: {2}", number, question, said)
                                          : message("{0}. {1} → {2}: {3}", number, question,
                                                    voice_.proposed(result_).label, said),
        1);
  }

  Message kind_text(engine::RuleKind kind) const {
    switch (kind) {
      case engine::RuleKind::compute: return message("Computation");
      case engine::RuleKind::check: return message("Comparison with the target");
      default: break;
    }
    return message("Choice of the status");
  }

  void tell_rule(const RuleBelow& told) {
    const engine::Rule& rule = *told.rule;
    add(message("{0}: rule {1}; layer: {2}{3}", kind_text(rule.kind), rule.id, name_of(rule.layer),
                at(rule.where)));
    for (const Position& link : rule.chain) {
      if (link.file == rule.where.file) continue;
      add(message("written upon {0}", voice_.place({link.file, 0, 0}).file), 1);
    }
    if (!told.below) return;
    add(message("without it, the layer below, {0}{1}, would give: {2}", name_of(told.layer),
                at(*told.below), verdict_text(told.verdict)),
        1);
  }

  std::string verdict_text(const std::optional<Verdict>& verdict) const {
    if (!verdict) return say(message("no answer"));
    const std::string status = verdict->status != nullptr ? status_text(*verdict->status)
                                                          : voice_.mark(verdict->outcome).label;
    const bool same_status =
        verdict->status == result_.status && verdict->outcome == result_.outcome;
    if (verdict->measure == result_.measure && same_status) return say(message("the same result"));
    if (!verdict->measure) return status;
    return say(message("{0}, {1}", voice_.quantity(*verdict->measure, indicator_), status));
  }

  void tell_assumptions() {
    if (indicator_.assumptions.empty()) return;
    std::string list;
    for (const std::string& name : indicator_.assumptions) {
      list += (list.empty() ? "" : ", ") + say(model::name_of_attribute(name));
    }
    add(message("Assumed by the project for want of a text, to be confirmed by the agency: {0}{1}",
                list, at(indicator_.where)));
  }

  // --- 2. Data and their sources ---------------------------------------------------------------

  Section data_section() {
    begin("data", message("Data and their sources"));
    std::vector<const Observation*> told;
    const bool computed = !result_.applications.empty();
    if (computed) {
      for (const engine::Input& input : result_.applications.front().inputs) {
        if (input.observation == nullptr) continue;
        tell_input(input);
        const bool last = !next_is_of(input);
        if (last) tell_source(*input.observation);
      }
    }
    if (section_.lines.empty()) add(message("No figure was used."));
    tell_baseline();
    tell_target();
    for (const Observation* former : result_.superseded) tell_superseded(*former);
    for (const std::string& flag : voice_.flags(result_)) add(message("Note: {0}", flag));
    for (const Message& remark : result_.remarks) add(message("Note: {0}", voice_.tell(remark)));
    return std::move(section_);
  }

  bool next_is_of(const engine::Input& input) const {
    const auto& inputs = result_.applications.front().inputs;
    const auto next = static_cast<std::size_t>(&input - inputs.data()) + 1;
    return next < inputs.size() && inputs[next].observation == input.observation;
  }

  std::string input_figure(const engine::Input& input) const {
    const double* number = std::get_if<double>(&input.value);
    if (number == nullptr) return {};
    const bool is_value =
        input.name == "value" && indicator_.form != "attainment" && indicator_.form != "evolution";
    if (!is_value) return figure(*number);
    Indicator exact = indicator_;
    exact.decimals = -1;
    return voice_.quantity(*number, exact);
  }

  void tell_input(const engine::Input& input) {
    add(message("{0}: {1}{2}", name_of_input(input.name), input_figure(input), at(input.where)));
  }

  void tell_source(const Observation& observation) {
    const Message source = observation.source.empty() ? message("source not given")
                                                      : message("source: {0}", observation.source);
    const Message of = observation.reference ? message("speaks of {0}", *observation.reference)
                                             : message("speaks of the year {0}", result_.year);
    const Message received = observation.received
                                 ? message("received on {0}", *observation.received)
                                 : message("date of reception not given");
    add(message("{0}; {1}; {2}; {3}", source, of, received,
                observation.provisional ? message("provisional") : message("final")),
        1);
  }

  std::string three_figures(const std::optional<double>& value,
                            const std::optional<double>& numerator,
                            const std::optional<double>& denominator) const {
    if (numerator && denominator) {
      return say(message("{0} / {1}", Figure{*numerator}, Figure{*denominator}));
    }
    if (!value) return {};
    Indicator exact = indicator_;
    exact.decimals = -1;
    return voice_.quantity(*value, exact);
  }

  void tell_baseline() {
    const model::Baseline* const baseline =
        engine::baseline_of(*result_.selection, result_.strand->id);
    if (baseline == nullptr) {
      if (result_.target != nullptr) add(message("Baseline: none in the contract"));
      return;
    }
    add(message("Baseline: {0}{1}",
                three_figures(baseline->value, baseline->numerator, baseline->denominator),
                at(baseline->where)));
    std::string more;
    if (baseline->date) more = say(message("of {0}", *baseline->date));
    if (!baseline->source.empty()) {
      const std::string source = say(message("source: {0}", baseline->source));
      more = more.empty() ? source : say(message("{0}; {1}", more, source));
    }
    if (!more.empty()) section_.lines.push_back({more, 1});
  }

  void tell_target() {
    const model::Target* const target = result_.target;
    if (target == nullptr) {
      add(message("Target: none for this year"));
      return;
    }
    add(message("Target: {0}{1}", voice_.target(result_), at(target->where)));
    std::string who = target->amendment.empty()
                          ? say(message("set by the initial contract"))
                          : say(message("set by amendment no. {0}", target->amendment));
    add(target->due
            ? message("{0}, in force since {1}, due on {2}", who, target->in_force, *target->due)
            : message("{0}, in force since {1}", who, target->in_force),
        1);
    if (result_.initial_target == nullptr) return;
    Result initial = result_;
    initial.target = result_.initial_target;
    add(message("the initial contract said {0}{1}", voice_.target(initial),
                at(result_.initial_target->where)),
        1);
  }

  void tell_superseded(const Observation& former) {
    const std::string figures = three_figures(former.value, former.numerator, former.denominator);
    add(former.received ? message("Former figure, replaced: {0}, received on {1}{2}", figures,
                                  *former.received, at(former.where))
                        : message("Former figure, replaced: {0}{1}", figures, at(former.where)));
  }

  // --- 3. Parameters and weights ---------------------------------------------------------------

  Section parameter_section() {
    begin("parameters", message("Parameters and weights"));
    for (const ParameterBelow& parameter : derivation_.parameters) tell_parameter(parameter);
    if (derivation_.parameters.empty()) add(message("No parameter was used."));
    tell_weight();
    return std::move(section_);
  }

  void tell_parameter(const ParameterBelow& told) {
    const Parameter& parameter = *told.parameter;
    const Message label = name_of_parameter(parameter.name);
    const Message name = label.empty() ? message("{0}", parameter.name)
                                       : message("{0} ({1})", label, parameter.name);
    add(message("{0} = {1}, set by {2}{3}", name, Figure{parameter.value}, name_of(parameter.layer),
                at(parameter.where)));
    add(message("without date of effect: holds for every year"), 1);
    if (!parameter.reason.empty()) section_.lines.push_back({parameter.reason, 1});
    if (parameter.assumption) add(message("assumption, to be confirmed by the agency"), 1);
    if (told.below == nullptr) {
      add(message("no other layer sets it"), 1);
      return;
    }
    const std::string below =
        say(message("the layer below, {0}, says {1}{2}", name_of(told.below->layer),
                    Figure{told.below->value}, at(told.below->where)));
    add(message("{0}; with that: {1}", below, verdict_text(told.verdict)), 1);
  }

  void tell_weight() {
    if (!derivation_.weight) {
      add(message("Weight: does not count, since no status is expected"));
      return;
    }
    const Weight& weight = *derivation_.weight;
    add(
        message("Weight in objective {0}: {1} out of {2}, the sum over the indicators from which a "
                "status is expected this year{3}",
                indicator_.objective, Figure{weight.weight}, Figure{weight.total},
                at(weight.parameter != nullptr ? weight.parameter->where : indicator_.where)));
    if (result_.status == nullptr) return;
    const model::Status& effective =
        result_.retained_status != nullptr ? *result_.retained_status : *result_.status;
    if (effective.points) {
      add(plural_message("\"{0}\" brings {1} point out of 100 to the objective",
                         "\"{0}\" brings {1} points out of 100 to the objective",
                         static_cast<long>(*effective.points), status_text(effective),
                         Figure{*effective.points}),
          1);
    }
  }

  // --- 4. Operations made ----------------------------------------------------------------------

  Section operation_section() {
    begin("operations", message("Operations made"));
    for (const Calculation& calculation : derivation_.calculations) tell_calculation(calculation);
    if (derivation_.calculations.empty()) add(message("Nothing was computed."));
    return std::move(section_);
  }

  void tell_calculation(const Calculation& calculation) {
    using Purpose = Calculation::Purpose;
    switch (calculation.purpose) {
      case Purpose::measure: add(message("Computation of the measure:")); break;
      case Purpose::baseline: add(message("The baseline, by the same rule:")); break;
      case Purpose::check: add(message("Comparison with the target:")); break;
      case Purpose::status: add(message("Choice of the status:")); break;
    }
    if (calculation.trace) {
      for (const Equation& equation :
           equations_of(*calculation.trace, *calculation.rule, indicator_, voice_.language())) {
        tell_equation(equation);
      }
      if (calculation.trace->operations.empty()) tell_plain(calculation);
    } else if (calculation.arguments.empty()) {
      add(message("the figure is taken as it was supplied"), 1);
    } else {
      tell_unfollowed(calculation);
    }
    tell_rounding(calculation);
    tell_outcome(calculation);
  }

  void tell_equation(const Equation& equation) {
    std::string text = equation.figures;
    if (!equation.result.empty()) text += " " + equation.relation + " " + equation.result;
    if (!equation.names.empty()) text = say(message("{0}: {1}", equation.names, text));
    section_.lines.push_back({text + at(equation.where), 1});
  }

  void tell_plain(const Calculation& calculation) {
    if (std::holds_alternative<double>(calculation.answer.first)) {
      add(message("the figure is taken as it was supplied"), 1);
    }
  }

  std::string value_text(const engine::Value& value) const {
    if (const double* number = std::get_if<double>(&value)) return figure(*number);
    if (const bool* truth = std::get_if<bool>(&value)) {
      return say(*truth ? message("yes") : message("no"));
    }
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    return say(message("nothing"));
  }

  void tell_unfollowed(const Calculation& calculation) {
    const bool failed = calculation.answer.failed();
    add(failed
            ? message("the rule failed; what went in:")
            : message("the rule does more than arithmetic, so that its operations cannot be told "
                      "one by one; what went in and what came out:"),
        1);
    for (std::size_t i = 0; i < calculation.arguments.size(); ++i) {
      const engine::Value& value = calculation.arguments[i];
      if (std::holds_alternative<std::monostate>(value)) continue;
      add(message("{0}: {1}", name_of_input(calculation.rule->needs[i].name), value_text(value)),
          2);
    }
    if (!failed) add(message("result: {0}", value_text(calculation.answer.first)), 2);
  }

  void tell_rounding(const Calculation& calculation) {
    if (!calculation.unrounded || !calculation.rounded) return;
    const Figure rounded{*calculation.rounded, calculation.decimals};
    // The last digits of a computation in binary are not worth a word.
    constexpr int digits_worth_telling = 10;
    if (round_half_away(*calculation.unrounded, digits_worth_telling) == *calculation.rounded) {
      add(message("rounding to {0} changes nothing: {1}", decimals(calculation), rounded), 1);
      return;
    }
    add(message("rounded to {0}: {1} ({2})", decimals(calculation), rounded,
                short_figure(*calculation.unrounded, voice_.language()) +
                    (is_cut(*calculation.unrounded) ? "…" : "")),
        1);
  }

  static Message decimals(const Calculation& calculation) {
    if (calculation.decimals == 0) return message("the nearest whole number");
    return plural_message("{0} decimal", "{0} decimals", calculation.decimals,
                          calculation.decimals);
  }

  void tell_outcome(const Calculation& calculation) {
    using Purpose = Calculation::Purpose;
    if (calculation.purpose == Purpose::check && result_.reached) {
      add(*result_.reached ? message("→ target reached") : message("→ target not reached"), 1);
      if (result_.progress && result_.progress != result_.shown_progress) {
        add(message("shown as {0}, between 0 and 100", voice_.progress(result_)), 1);
      }
    }
    if (calculation.purpose == Purpose::status && result_.status != nullptr) {
      if (calculation.trace && calculation.trace->operations.empty()) {
        add(why_without_operation(), 1);
      }
      add(message("→ {0}", status_text(*result_.status)), 1);
    }
  }

  Message why_without_operation() const {
    if (result_.reached.value_or(false))
      return message("the target is reached, which decides alone");
    if (result_.flags.has(engine::Flag::constraint_broken)) {
      return message("the second constraint is not respected, which decides alone");
    }
    return result_.progress ? message("the target is not reached")
                            : message("the target is not reached, and no progress is known");
  }

  // --- 5. What it would take -------------------------------------------------------------------

  Message distance_title() const {
    if (!derivation_.distance) return message("Why no status, and what it would take");
    return derivation_.distance->better.empty() && derivation_.distance->margin
               ? message("What the status rests on, and its margin")
               : message("Why not better, and what it would take");
  }

  Section distance_section() {
    begin("distance", distance_title());
    if (!derivation_.distance) {
      tell_advice();
      return std::move(section_);
    }
    const Distance& distance = *derivation_.distance;
    for (const Way& way : distance.better) tell_way(way, false);
    if (distance.better.empty() && distance.margin) tell_way(*distance.margin, true);
    if (section_.lines.empty()) add(message("No change of one figure leads to another status."));
    tell_trajectory(distance);
    return std::move(section_);
  }

  std::string by_text(const Change& change) const {
    Indicator difference = indicator_;
    if (difference.unit == "percent") difference.unit = "points";
    difference.decimals = -1;
    const double by = round_half_away(std::fabs(change.by()), 9);
    return voice_.quantity(by, difference,
                           indicator_.unit == "yes_no" ? Units::left_out : Units::shown);
  }

  void tell_way(const Way& way, bool is_margin) {
    const std::string status = status_text(*way.status);
    if (way.measure) {
      const std::string to = voice_.quantity(way.measure->to, indicator_);
      const std::string from = voice_.quantity(way.measure->from, indicator_);
      const bool more = way.measure->by() > 0;
      const Message difference = more ? message("{0} more", by_text(*way.measure))
                                      : message("{0} less", by_text(*way.measure));
      add(is_margin ? message("\"{0}\" would be lost at {1} instead of {2}: {3}", status, to, from,
                              difference)
                    : message("To be \"{0}\": {1} instead of {2}, that is {3}", status, to, from,
                              difference));
    } else {
      add(is_margin ? message("\"{0}\" would be lost:", status)
                    : message("To be \"{0}\":", status));
    }
    for (const InputChange& input : way.inputs) tell_change(input);
    if (is_margin) return;
    for (const std::string& name : way.powerless) {
      add(message("{0}: no change of this figure alone suffices", name_of_input(name)), 1);
    }
  }

  void tell_change(const InputChange& input) {
    const Change& change = input.change;
    const double by = round_half_away(std::fabs(change.by()), 9);
    const Message difference =
        change.by() > 0 ? message("{0} more", Figure{by}) : message("{0} less", Figure{by});
    add(message("{0}: {1} instead of {2}, that is {3}, the rest being unchanged",
                name_of_input(input.input), Figure{change.to}, Figure{change.from}, difference),
        1);
    const Message method =
        input.method == Method::linear
            ? message("solved exactly: the rule is linear in this figure")
            : message("bracketed by successive trials: the rule is not linear in this figure");
    const double short_of = round_half_away(std::fabs(change.by()) - change.unit, 9);
    add(short_of > 0
            ? message("{0}; verified: a difference of {1} is not enough", method, Figure{short_of})
            : method,
        2);
  }

  std::string target_text(const model::Target& target) const {
    Result other = result_;
    other.target = &target;
    return voice_.target(other);
  }

  void tell_trajectory(const Distance& distance) {
    const Milestone* last_reached = nullptr;
    const Milestone* next = nullptr;
    for (const Milestone& milestone : distance.trajectory) {
      if (milestone.reached && milestone.year <= result_.year) last_reached = &milestone;
      if (milestone.year == result_.year + 1) next = &milestone;
    }
    if (!result_.reached.value_or(false) && last_reached != nullptr) {
      add(
          message("On the trajectory of the contract, this value reaches the target of {0} ({1}), "
                  "not yet that of {2}",
                  last_reached->year, target_text(*last_reached->target), result_.year));
    }
    if (next == nullptr || next->status == nullptr) return;
    const std::string target = target_text(*next->target);
    if (next->reached) {
      add(message("In {0} the target is {1}: the present value would already reach it", next->year,
                  target));
      return;
    }
    add(message("In {0} the target is {1}: with the present value the status would be \"{2}\"",
                next->year, target, status_text(*next->status)));
    if (!next->measure) return;
    add(next->measure->by() > 0
            ? message("to reach it: {0}, that is {1} more than now",
                      voice_.quantity(next->measure->to, indicator_), by_text(*next->measure))
            : message("to reach it: {0}, that is {1} less than now",
                      voice_.quantity(next->measure->to, indicator_), by_text(*next->measure)),
        1);
  }

  std::string supplier() const {
    return indicator_.suppliers.empty() ? std::string() : indicator_.suppliers.front();
  }

  void tell_advice() {
    switch (result_.outcome) {
      case Outcome::not_applicable:
        add(message("Nothing to do: the indicator does not apply here, and this is no judgement."));
        break;
      case Outcome::context:
        add(message("Nothing to do: an indicator of context is never judged."));
        break;
      case Outcome::void_indicator:
        add(message("Only a decision of a person can bring the indicator back."));
        break;
      case Outcome::observed:
        add(message("For a status there has to be a target; an amendment can set one."));
        break;
      case Outcome::target_pending:
        add(message("For a status the amendment with the target has to take effect."));
        break;
      case Outcome::not_due:
        add(
            message("For a status the target has to fall due; until then the value is followed "
                    "only."));
        if (result_.target != nullptr) {
          add(message("the target is {0}", voice_.target(result_)), 1);
        }
        break;
      case Outcome::awaited:
      case Outcome::late: tell_missing(); break;
      case Outcome::invalid:
        add(message("For a status the figure has to be corrected or confirmed by its supplier{0}.",
                    at(result_.reason_at)));
        break;
      case Outcome::not_computable:
        add(
            message("For a status the figure that prevents the computation has to be completed or "
                    "corrected{0}.",
                    at(result_.reason_at)));
        break;
      case Outcome::rule_error:
        add(message("For a status the rule has to be corrected; the figures are not in question."));
        for (const Diagnostic& failure : result_.failures) {
          section_.lines.push_back({voice_.failure(failure), 1});
        }
        break;
      case Outcome::classified: break;
    }
  }

  void tell_missing() {
    const std::string who = supplier();
    add(who.empty() ? message("For a status the value has to be supplied.")
                    : message("For a status {0} has to supply the value.", who));
    if (result_.target != nullptr) {
      add(message("the target is {0}", voice_.target(result_)), 1);
    }
  }

  const Derivation& derivation_;
  const Result& result_;
  const Indicator& indicator_;
  const Voice& voice_;
  Section section_;
};

}  // namespace

Account account_of(const Derivation& derivation, const Voice& voice) {
  return Teller(derivation, voice).tell();
}

}  // namespace cpom::explain
