#include "testing/decision_case.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/language.hpp"
#include "base/names.hpp"
#include "base/text.hpp"
#include "engine/evaluator.hpp"
#include "testing/compare.hpp"
#include "testing/settings_in_use.hpp"

namespace cpom::testing {
namespace {

using engine::Value;

/// Code of an indicator that only the case defines.
constexpr const char* own_code = "test";

class Scenario {
 public:
  Scenario(const Case& one, const Ground& ground, CaseResult& result)
      : one_(one), model_(*ground.model), contract_(ground.contract), result_(result) {}

  /// False when the case cannot be run, which the result then tells.
  bool make() {
    year_ = static_cast<int>(number("year").value_or(year_of(model_.valid_from) + 1));
    contract_.start = std::min(contract_.start, make_date(year_ - 1, 1, 1));
    contract_.end = std::max(contract_.end, make_date(year_, 12, 31));
    if (!define()) return false;
    selection_.followed_from = contract_.start;
    selection_.where = one_.where;
    add_target();
    add_baseline();
    set_region();
    contract_.selections = {selection_};
    add_parameters();
    add_observations();
    return true;
  }

  /// The result points into this scenario.
  engine::Result run(const engine::RuleBook& book, engine::Rules& rules,
                     const model::Parameters& layers) {
    Diagnostics found;
    in_force_ = layers;
    in_force_.add(parameters_, found);
    prepared_.emplace(model_, contract_, in_force_, book, found);
    index_.emplace(model_, contract_, observations_, found);
    const auto as_of = text("as_of");
    engine::Request request;
    request.years = {year_};
    request.as_of = as_of.empty() ? model_.review.in(year_) : *parse_iso_date(as_of);
    auto evaluation = engine::evaluate(*prepared_, *index_, rules, request);
    for (engine::Result& each : evaluation.results) return std::move(each);
    return {};
  }

  void tell_settings_of(const engine::Result& found, CallObserver& observer) const {
    tell_settings(found, prepared_->plan().indicators.front(), observer);
  }

  /// \a found points into this scenario.
  void compare(const engine::Result& found) {
    for (const WantedResult& wanted : one_.wanted) compare(wanted, found);
    if (one_.reason && !same_sentence(*one_.reason, found.reason)) {
      differ("reason", message("\"{0}\"", *one_.reason),
             found.reason.empty() ? message("nothing") : message("\"{0}\"", found.reason));
    }
    if (!one_.error.empty()) {
      const std::string code = found.failures.empty() ? "" : found.failures.front().code;
      if (code != one_.error) {
        differ("error", message("{0}", one_.error),
               code.empty() ? message("nothing") : message("{0}", code));
      }
    } else if (!found.failures.empty() && !result_.differences.empty()) {
      result_.faults = found.failures;
    } else if (!found.reason.empty() && !result_.differences.empty()) {
      result_.differences.back().found =
          message("{0} ({1})", result_.differences.back().found, found.reason);
    }
  }

 private:
  std::optional<double> number(std::string_view name) const {
    const GivenInput* given = one_.input(name);
    if (given == nullptr) return std::nullopt;
    const double* value = std::get_if<double>(&given->value);
    return value != nullptr ? std::optional(*value) : std::nullopt;
  }

  std::string text(std::string_view name) const {
    const GivenInput* given = one_.input(name);
    const auto* value = given != nullptr ? std::get_if<std::string>(&given->value) : nullptr;
    return value != nullptr ? *value : std::string();
  }

  Position place(std::string_view name) const {
    const GivenInput* given = one_.input(name);
    return given != nullptr ? given->where : one_.where;
  }

  bool define() {
    model::Indicator& indicator = selection_.indicator;
    const std::string code = text("indicator");
    if (const model::Indicator* known = model_.indicator(code)) {
      indicator = *known;
      return true;
    }
    indicator.code = own_code;
    indicator.label = one_.note;
    indicator.form = text("form");
    indicator.unit = text("unit");
    indicator.decimals = static_cast<int>(number("decimals").value_or(0));
    indicator.minimum = number("minimum");
    indicator.maximum = number("maximum");
    indicator.added = true;
    indicator.where = one_.where;
    if (indicator.unit.empty()) indicator.unit = "count";
    const std::string direction = text("direction");
    if (!direction.empty()) {
      const auto known = model::from_word<model::Direction>(direction);
      if (!known) {
        result_.faults.push_back(
            {Severity::error, "test.bad_value", place("direction"),
             message("column \"{0}\": \"{1}\" cannot be read", "direction", direction),
             suggestion(direction, model::words<model::Direction>())});
        return false;
      }
      indicator.direction = *known;
    }
    for (const model::Objective& objective : model_.objectives) {
      const bool everywhere =
          objective.territory.empty() && !objective.first_year && !objective.last_year;
      if (everywhere) {
        indicator.objective = objective.id;
        break;
      }
    }
    add_components(indicator);
    return true;
  }

  /// What is named like a component, by its columns.
  void add_components(model::Indicator& indicator) const {
    for (const GivenInput& given : one_.inputs) {
      const std::string id = component_of(given.name);
      const auto known = std::any_of(indicator.components.begin(), indicator.components.end(),
                                     [&](const auto& component) { return component.id == id; });
      if (!id.empty() && !known) indicator.components.push_back({id, id});
    }
  }

  /// "most_favoured" of "most_favoured.numerator"; empty for what every indicator has.
  static std::string component_of(const std::string& name) {
    constexpr std::string_view others[] = {
        "indicator", "form",        "unit",     "direction", "decimals", "value",
        "numerator", "denominator", "baseline", "previous",  "target",   "year",
        "region",    "received",    "minimum",  "maximum",   "as_of",    "param"};
    const std::string id = name.substr(0, name.find('.'));
    return std::find(std::begin(others), std::end(others), id) != std::end(others) ? "" : id;
  }

  void add_target() {
    model::Target target;
    target.value = number("target");
    target.minimum = number("target.min");
    target.maximum = number("target.max");
    if (!target.value && !target.minimum && !target.maximum) return;
    target.year = year_;
    target.in_force = contract_.start;
    target.where = place("target");
    selection_.targets = {target};
  }

  void add_baseline() {
    model::Baseline baseline;
    baseline.value = number("baseline");
    baseline.numerator = number("baseline.numerator");
    baseline.denominator = number("baseline.denominator");
    if (!baseline.value && !baseline.numerator && !baseline.denominator) return;
    baseline.where = place("baseline");
    selection_.baselines = {baseline};
  }

  /// Where the case names no region, one in which the indicator is followed.
  void set_region() {
    if (const std::string region = text("region"); !region.empty()) contract_.region = region;
    if (!contract_.region.empty()) return;
    std::string territory = selection_.indicator.territory;
    const model::Objective* at = model_.objective(selection_.indicator.objective);
    for (; territory.empty() && at != nullptr; at = model_.objective(at->parent)) {
      territory = at->territory;
    }
    const model::Territory* known = model_.territory(territory);
    if (known == nullptr && !model_.territories.empty()) known = &model_.territories.front();
    if (known != nullptr && !known->regions.empty()) contract_.region = known->regions.front();
  }

  void add_parameters() {
    for (const GivenInput& given : one_.inputs) {
      const double* value = std::get_if<double>(&given.value);
      if (!given.name.starts_with("param.") || value == nullptr) continue;
      model::Parameter parameter;
      parameter.name = given.name.substr(6);
      parameter.value = *value;
      parameter.indicator = selection_.indicator.code;
      parameter.layer = model::Layer::contract;
      parameter.where = given.where;
      parameters_.push_back(std::move(parameter));
    }
  }

  void observe(const std::string& prefix, const std::string& component, int year) {
    model::Observation observation;
    const auto at = [&](const char* part) {
      return number(prefix.empty() ? part : prefix + "." + part);
    };
    observation.value = prefix.empty() ? number("value") : number(prefix);
    observation.numerator = at("numerator");
    observation.denominator = at("denominator");
    if (!observation.value && !observation.numerator && !observation.denominator) return;
    observation.indicator = selection_.indicator.code;
    observation.component = component;
    observation.year = year;
    observation.where = one_.where;
    const std::string received = text("received");
    if (!received.empty()) observation.received = parse_iso_date(received);
    observations_.push_back(std::move(observation));
  }

  void add_observations() {
    observe("", "", year_);
    observe("previous", "", year_ - 1);
    for (const model::Component& component : selection_.indicator.components) {
      observe(component.id, component.id, year_);
    }
  }

  void differ(std::string name, Message expected, Message found) {
    result_.differences.push_back(
        {std::move(name), std::move(expected), std::move(found), std::nullopt});
  }

  void compare(const WantedResult& wanted, const engine::Result& found) {
    if (wanted.name == "measure" || wanted.name == "progress") {
      const auto& value = wanted.name == "measure" ? found.measure : found.progress;
      auto different =
          difference(wanted.name, wanted.value, value ? Value(*value) : Value(), one_.tolerance);
      if (different) result_.differences.push_back(*std::move(different));
    } else if (wanted.name == "status") {
      compare_status(wanted.value, found);
    } else if (wanted.name == "flags") {
      compare_flags(wanted.value, found);
    }
  }

  void compare_status(const Value& wanted, const engine::Result& found) {
    const auto* name = std::get_if<std::string>(&wanted);
    const bool classified = found.outcome == engine::Outcome::classified;
    const Message shown = classified && found.status != nullptr
                              ? message("{0}", found.status->label)
                              : engine::label_of(found.outcome);
    const std::string code = classified && found.status != nullptr
                                 ? found.status->id
                                 : std::string(engine::code_of(found.outcome));
    if (name == nullptr) {
      if (classified) differ("status", message("nothing"), shown);
      return;
    }
    if (*name == code || folded(*name) == folded(render(shown, Language::french))) return;
    differ("status", message("{0}", *name), message("{0} ({1})", shown, code));
  }

  void compare_flags(const Value& wanted, const engine::Result& found) {
    std::vector<std::string> named;
    if (const auto* list = std::get_if<std::string>(&wanted)) {
      std::string word;
      for (const char c : *list + " ") {
        const bool between = c == ' ' || c == ',' || c == '|';
        if (!between) word += c;
        if (between && !word.empty()) named.push_back(std::exchange(word, {}));
      }
    }
    std::vector<std::string> set;
    for (const engine::Flag flag : engine::all_flags) {
      if (found.flags.has(flag)) set.emplace_back(engine::code_of(flag));
    }
    std::sort(named.begin(), named.end());
    std::sort(set.begin(), set.end());
    if (named == set) return;
    const auto joined = [](const std::vector<std::string>& words) {
      std::string all;
      for (const std::string& word : words) all += (all.empty() ? "" : " ") + word;
      return all.empty() ? message("nothing") : message("{0}", all);
    };
    differ("flags", joined(named), joined(set));
  }

  const Case& one_;
  const model::Model& model_;
  model::Contract contract_;
  CaseResult& result_;
  int year_ = 0;
  model::Selection selection_;
  std::vector<model::Parameter> parameters_;
  std::vector<model::Observation> observations_;
  // The result points into these.
  model::Parameters in_force_;
  std::optional<engine::PreparedContract> prepared_;
  std::optional<engine::ObservationIndex> index_;
};

}  // namespace

void run_decision_case(const Case& one, const script::Package& tested, Bench& bench,
                       CaseResult& result) {
  const GroundRules* const ground = bench.rules(tested, one.layers, one.model);
  if (ground == nullptr) {
    result.faults.push_back({Severity::error,
                             "test.unknown_model",
                             one.where,
                             message("there is no model \"{0}\"", one.model),
                             {}});
    return;
  }
  Scenario scenario(one, *ground->ground, result);
  if (!scenario.make()) return;
  const engine::Result found = scenario.run(*ground->book, bench, ground->ground->parameters);
  if (bench.observer() != nullptr) scenario.tell_settings_of(found, *bench.observer());
  scenario.compare(found);
  if (result.differences.empty() && result.faults.empty()) return;
  result.inputs = one.inputs;
}

}  // namespace cpom::testing
