#include <array>

#include "explain/account.hpp"
#include "explain/expression.hpp"
#include "explain/writer.hpp"
#include "report/json_parts.hpp"

namespace cpom::explain {
namespace {

using report::Json;
using report::value_json;
using report::Voice;

/// Counts operations and list items from 1, as people and Lua do.
Json operand_json(const script::Operand& operand, const engine::Rule& rule) {
  using Origin = script::Operand::Origin;
  Json json = {{"value", operand.value}};
  if (operand.origin == Origin::operation) json["operation"] = operand.index + 1;
  if (operand.origin == Origin::argument) {
    json["input"] =
        operand.index < rule.needs.size() ? Json(rule.needs[operand.index].name) : Json(nullptr);
    if (operand.item > 0) json["item"] = operand.item;
  }
  return json;
}

Json operation_json(const script::Operation& operation, const script::Trace& trace,
                    const engine::Rule& rule, const Voice& voice) {
  Json operands = Json::array();
  for (const script::Operand& operand : operation.operands) {
    operands.push_back(operand_json(operand, rule));
  }
  Json json = {{"operator", operation.symbol}, {"operands", std::move(operands)}};
  json["result"] = operation.truth ? Json(*operation.truth) : Json(operation.result);
  json["place"] = report::place_json(trace.place_of(operation), voice);
  return json;
}

std::string_view word_of(Calculation::Purpose purpose) {
  switch (purpose) {
    case Calculation::Purpose::measure: return "measure";
    case Calculation::Purpose::baseline: return "baseline";
    case Calculation::Purpose::check: return "check";
    case Calculation::Purpose::status: break;
  }
  return "status";
}

Json calculation_json(const Calculation& calculation, const Voice& voice) {
  const engine::Rule& rule = *calculation.rule;
  Json arguments = Json::array();
  for (std::size_t i = 0; i < calculation.arguments.size(); ++i) {
    arguments.push_back(
        {{"name", rule.needs[i].name}, {"value", value_json(calculation.arguments[i])}});
  }
  Json operations = Json::array();
  Json first = nullptr;
  Json second = nullptr;
  if (calculation.trace) {
    for (const auto& operation : calculation.trace->operations) {
      operations.push_back(operation_json(operation, *calculation.trace, rule, voice));
    }
    if (calculation.trace->first) first = operand_json(*calculation.trace->first, rule);
    if (calculation.trace->second) second = operand_json(*calculation.trace->second, rule);
  }
  const bool rounds = calculation.unrounded && calculation.rounded;
  return {{"purpose", word_of(calculation.purpose)},
          {"rule", rule.id},
          {"place", report::place_json(rule.where, voice)},
          {"called", !calculation.arguments.empty()},
          {"followed", calculation.trace.has_value()},
          {"arguments", std::move(arguments)},
          {"operations", std::move(operations)},
          {"result", value_json(calculation.answer.first)},
          {"second", value_json(calculation.answer.second)},
          {"result_from", std::move(first)},
          {"second_from", std::move(second)},
          {"rounding", rounds ? Json{{"unrounded", *calculation.unrounded},
                                     {"decimals", calculation.decimals},
                                     {"rounded", *calculation.rounded}}
                              : Json(nullptr)}};
}

Json step_json(const Step& step, const Voice& voice) {
  constexpr std::array<std::string_view, 3> states = {"passed", "answered", "not_reached"};
  return {{"question", voice.say(step.question)},
          {"state", states.at(static_cast<std::size_t>(step.state))},
          {"said", report::text_or_null(voice.tell(step.said))},
          {"place", report::place_json(step.at, voice)}};
}

Json verdict_json(const std::optional<Verdict>& verdict) {
  if (!verdict) return nullptr;
  return {{"status", verdict->status != nullptr ? Json(verdict->status->id)
                                                : Json(engine::code_of(verdict->outcome))},
          {"measure", report::or_null(verdict->measure)}};
}

Json setting_json(const model::Parameter& parameter, const Voice& voice) {
  return {{"name", parameter.name},
          {"value", parameter.value},
          {"layer", model::word_of(parameter.layer)},
          {"assumption", parameter.assumption},
          {"reason", report::text_or_null(parameter.reason)},
          {"place", report::place_json(parameter.where, voice)}};
}

Json parameter_json(const ParameterBelow& told, const Voice& voice) {
  Json json = setting_json(*told.parameter, voice);
  json["below"] = told.below != nullptr ? setting_json(*told.below, voice) : Json(nullptr);
  json["with_below"] = verdict_json(told.verdict);
  return json;
}

Json rule_json(const RuleBelow& told, const Voice& voice) {
  Json chain = Json::array();
  for (const Position& link : told.rule->chain) chain.push_back(report::place_json(link, voice));
  return {{"id", told.rule->id},
          {"kind", engine::word_of(told.rule->kind)},
          {"layer", model::word_of(told.rule->layer)},
          {"package", report::text_or_null(told.rule->package)},
          {"place", report::place_json(told.rule->where, voice)},
          {"chain", std::move(chain)},
          {"below", told.below ? Json{{"layer", model::word_of(told.layer)},
                                      {"place", report::place_json(*told.below, voice)}}
                               : Json(nullptr)},
          {"with_below", verdict_json(told.verdict)}};
}

Json change_json(const Change& change) {
  return {{"from", change.from}, {"to", change.to}, {"unit", change.unit}};
}

Json optional_change_json(const std::optional<Change>& change) {
  return change ? change_json(*change) : Json(nullptr);
}

Json way_json(const Way& way) {
  Json inputs = Json::array();
  for (const InputChange& input : way.inputs) {
    Json json = change_json(input.change);
    json["name"] = input.input;
    json["method"] = input.method == Method::linear ? "linear" : "bisection";
    inputs.push_back(std::move(json));
  }
  return {{"status", way.status->id},
          {"measure", optional_change_json(way.measure)},
          {"inputs", std::move(inputs)},
          {"powerless", way.powerless}};
}

Json distance_json(const std::optional<Distance>& distance) {
  if (!distance) return nullptr;
  Json better = Json::array();
  for (const Way& way : distance->better) better.push_back(way_json(way));
  Json years = Json::array();
  for (const Milestone& milestone : distance->trajectory) {
    years.push_back(
        {{"year", milestone.year},
         {"target",
          {{"value", report::or_null(milestone.target->value)},
           {"minimum", report::or_null(milestone.target->minimum)},
           {"maximum", report::or_null(milestone.target->maximum)}}},
         {"status", milestone.status != nullptr ? Json(milestone.status->id) : Json(nullptr)},
         {"reached", milestone.reached},
         {"measure", optional_change_json(milestone.measure)}});
  }
  return {{"better", std::move(better)},
          {"margin", distance->margin ? way_json(*distance->margin) : Json(nullptr)},
          {"trajectory", std::move(years)}};
}

Json account_json(const Account& account) {
  Json sections = Json::array();
  for (const Section& section : account.sections) {
    Json lines = Json::array();
    for (const Line& line : section.lines) {
      lines.push_back({{"depth", line.depth}, {"text", line.text}});
    }
    sections.push_back({{"id", section.id}, {"title", section.title}, {"lines", std::move(lines)}});
  }
  return {{"title", account.title}, {"answer", account.answer}, {"sections", std::move(sections)}};
}

Json derivation_json(const Derivation& derivation, const Voice& voice) {
  Json steps = Json::array();
  for (const Step& step : derivation.steps) steps.push_back(step_json(step, voice));
  Json calculations = Json::array();
  for (const Calculation& calculation : derivation.calculations) {
    calculations.push_back(calculation_json(calculation, voice));
  }
  Json parameters = Json::array();
  for (const auto& parameter : derivation.parameters) {
    parameters.push_back(parameter_json(parameter, voice));
  }
  Json rules = Json::array();
  for (const RuleBelow& rule : derivation.rules) rules.push_back(rule_json(rule, voice));
  const auto& weight = derivation.weight;
  return {{"contract", derivation.evaluation->contract->id},
          {"as_of", iso_text(derivation.evaluation->as_of)},
          {"result", report::result_json(*derivation.result,
                                         report::Missions(*derivation.evaluation), voice)},
          {"steps", std::move(steps)},
          {"rules", std::move(rules)},
          {"parameters", std::move(parameters)},
          {"weight",
           weight ? Json{{"weight", weight->weight}, {"total", weight->total}} : Json(nullptr)},
          {"calculations", std::move(calculations)},
          {"distance", distance_json(derivation.distance)},
          {"account", account_json(account_of(derivation, voice))}};
}

}  // namespace

std::string json_explanation(const std::vector<Derivation>& derivations,
                             const report::Style& style) {
  Json list = Json::array();
  for (const Derivation& derivation : derivations) {
    const Voice voice(*derivation.evaluation, style);
    list.push_back(derivation_json(derivation, voice));
  }
  const Json json = {{"explanation_version", json_version},
                     {"language", code_of(style.language)},
                     {"explanations", std::move(list)}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace cpom::explain
