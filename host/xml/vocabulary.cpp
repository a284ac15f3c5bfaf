// The vocabulary of the three kinds of document, as tables. A change here is a change of
// contracts/schema/*.xsd too; tests/corpus/xml holds both together.
#include "xml/grammar.hpp"

#include <utility>

namespace cpom::xml {
namespace {

using Attributes = std::vector<AttributeRule>;
constexpr bool required = true;

Slot one(std::string_view element) { return {{element}, true, false}; }
Slot maybe(std::string_view element) { return {{element}, false, false}; }
Slot some(std::string_view element) { return {{element}, true, true}; }
Slot any(std::vector<std::string_view> elements) { return {std::move(elements), false, true}; }

Attributes operator+(Attributes first, const Attributes& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

/// How an indicator is measured: what a placeholder leaves open.
Attributes measure(bool is_required) {
  return {{"form", Type::identifier, is_required},
          {"unit", Type::text, is_required},
          {"decimals", Type::decimals, is_required},
          {"direction", Type::direction},
          {"supplier", Type::text},
          {"source", Type::text},
          {"minimum", Type::decimal},
          {"maximum", Type::decimal},
          {"assumes", Type::assumptions}};
}

/// What the model and the contract's own indicators both may say.
Attributes circumstances() {
  return {{"theme", Type::text},
          {"pilot", Type::text},
          {"available", Type::relative_date},
          {"territory", Type::identifier},
          {"from", Type::year},
          {"to", Type::year},
          {"weight", Type::weight},
          {"groups", Type::identifiers},
          {"typology", Type::typology},
          {"plan", Type::text},
          {"successor-of", Type::identifier},
          {"confidence", Type::confidence},
          {"note", Type::text}};
}

Attributes label_of_id() {
  return {{"id", Type::identifier, required}, {"label", Type::text, required}};
}

ElementRule parameter(bool lockable) {
  ElementRule rule{"parameter",
                   {{"name", Type::identifier, required},
                    {"value", Type::decimal, required},
                    {"indicator", Type::identifier},
                    {"objective", Type::identifier},
                    {"assumption", Type::boolean},
                    {"reason", Type::text}}};
  if (lockable) rule.attributes.push_back({"locked", Type::boolean});
  return rule;
}

ElementRule list_of(std::string_view name, std::string_view element) {
  return {name, {}, {any({element})}};
}

ElementRule catalogue_indicator() {
  return {"indicator",
          Attributes{{"code", Type::identifier, required},
                     {"objective", Type::identifier, required},
                     {"kind", Type::kind, required},
                     {"label", Type::text, required},
                     {"secured", Type::boolean},
                     {"placeholder", Type::boolean}} +
              measure(false) + circumstances(),
          {any({"component"})}};
}

ElementRule limit() {
  return {"limit",
          {{"on", Type::limit_subject, required},
           {"minimum", Type::count},
           {"maximum", Type::count},
           {"exactly", Type::count},
           {"year", Type::year},
           {"severity", Type::severity, required},
           {"text", Type::text, required},
           {"source", Type::text}}};
}

/// When a step is due is said in one of several ways, which no schema can say.
ElementRule step() {
  return {"step", label_of_id() + Attributes{{"kind", Type::step_kind, required},
                                             {"actor", Type::text},
                                             {"stated", Type::text, required},
                                             {"on", Type::date},
                                             {"deadline", Type::relative_date},
                                             {"from", Type::moment},
                                             {"to", Type::moment},
                                             {"after", Type::identifier},
                                             {"before", Type::identifier},
                                             {"days", Type::count},
                                             {"event", Type::step_event},
                                             {"scope", Type::text},
                                             {"objective", Type::identifier},
                                             {"source", Type::text},
                                             {"contradicts", Type::identifier}}};
}

std::vector<ElementRule> model_rules() {
  const Attributes shown = label_of_id() + Attributes{{"label-en", Type::text},
                                                      {"symbol", Type::text, required},
                                                      {"tone", Type::tone, required},
                                                      {"assumes", Type::assumptions}};
  return {
      {"model",
       label_of_id() + Attributes{{"family", Type::identifier, required},
                                  {"generation", Type::identifier, required},
                                  {"source", Type::text, required},
                                  {"valid-from", Type::date, required},
                                  {"valid-to", Type::date, required},
                                  {"available", Type::relative_date, required},
                                  {"review", Type::relative_date, required},
                                  {"classify", Type::identifier},
                                  {"weather", Type::identifier},
                                  {"rollup", Type::identifier}},
       {any({"assumption"}), one("levels"), one("statuses"), maybe("weathers"),
        maybe("territories"), maybe("parameters"), one("objectives"), maybe("groups"),
        one("indicators"), maybe("limits"), maybe("calendar")}},
      {"assumption", {}, {}, true},
      {"levels", {}, {some("level")}},
      {"level", label_of_id()},
      {"statuses", {}, {some("status")}},
      {"status", shown + Attributes{{"points", Type::points}}},
      list_of("weathers", "weather"),
      {"weather", shown},
      list_of("territories", "territory"),
      {"territory", label_of_id() + Attributes{{"regions", Type::regions, required}}},
      list_of("parameters", "parameter"),
      parameter(true),
      {"objectives", {}, {some("objective")}},
      {"objective", label_of_id() + Attributes{{"level", Type::identifier, required},
                                               {"parent", Type::identifier},
                                               {"lead-directorate", Type::text},
                                               {"dialogue", Type::text},
                                               {"category", Type::identifier},
                                               {"territory", Type::identifier},
                                               {"groups", Type::identifiers},
                                               {"from", Type::year},
                                               {"to", Type::year}}},
      list_of("groups", "group"),
      {"group", label_of_id()},
      {"indicators", {}, {some("indicator")}},
      catalogue_indicator(),
      {"component", label_of_id()},
      list_of("limits", "limit"),
      limit(),
      list_of("calendar", "step"),
      step(),
  };
}

// --- Contract -----------------------------------------------------------------------------

/// When a target is due: exactly one of the three, which no schema can say.
Attributes target_year() {
  return {{"year", Type::year},
          {"contract-year", Type::contract_year},
          {"due", Type::date},
          {"strand", Type::identifier}};
}

Attributes target_values() {
  return {{"value", Type::amount}, {"minimum", Type::decimal}, {"maximum", Type::decimal}};
}

Attributes follow_up() {
  return {{"from", Type::year}, {"to", Type::year}, {"strand", Type::identifier}};
}

Attributes decision(AttributeRule subject, bool year_required) {
  return {subject,
          {"year", Type::year, year_required},
          {"strand", Type::identifier},
          {"role", Type::text, required},
          {"date", Type::date, required}};
}

std::vector<ElementRule> party_rules() {
  const AttributeRule name = {"name", Type::text, required};
  const AttributeRule finess = {"finess", Type::finess, required};
  return {
      {"parties",
       {},
       {any(
           {"ministry", "agency", "establishment", "coordination-service", "department-council"})}},
      {"ministry", {name}},
      {"agency", {name, {"region", Type::region, required}}},
      {"establishment", {name, finess}, {any({"site"})}},
      {"site", {name, finess}},
      {"coordination-service", {name, {"bearer", Type::text, required}}},
      {"department-council", {name, {"department", Type::department, required}}},
  };
}

std::vector<ElementRule> indicator_rules() {
  const AttributeRule code = {"code", Type::identifier, required};
  const Slot figures = any({"baseline", "target", "observed-only", "target-pending"});
  return {
      {"indicators", {}, {any({"indicator", "added-indicator"})}},
      {"indicator", {code}, {maybe("define"), figures}},
      {"add-indicator", {code}, {maybe("define"), figures}},
      {"added-indicator",
       Attributes{code,
                  {"objective", Type::identifier, required},
                  {"label", Type::text, required},
                  {"kind", Type::kind}} +
           measure(true) + circumstances(),
       {any({"component"}), figures}},
      {"component", label_of_id()},
      {"define", Attributes{{"label", Type::text, required}} + measure(true)},
      {"baseline",
       {{"value", Type::amount},
        {"numerator", Type::decimal},
        {"denominator", Type::decimal},
        {"date", Type::date},
        {"source", Type::text},
        {"strand", Type::identifier}}},
      {"target", target_year() + target_values()},
      {"observed-only", follow_up()},
      {"target-pending", follow_up() + Attributes{{"amendment", Type::identifier}}},
  };
}

std::vector<ElementRule> amendment_rules() {
  const AttributeRule indicator = {"indicator", Type::identifier, required};
  return {
      list_of("amendments", "amendment"),
      {"amendment",
       {{"number", Type::identifier, required},
        {"label", Type::text},
        {"signed", Type::date, required},
        {"effective", Type::date, required}},
       {any({"set-target", "end-target", "add-indicator", "end-indicator"})}},
      {"set-target", Attributes{indicator} + target_year() + target_values()},
      {"end-target", Attributes{indicator} + target_year()},
      {"end-indicator", {{"code", Type::identifier, required}, {"on", Type::date}}},
  };
}

std::vector<ElementRule> decision_rules() {
  const AttributeRule indicator = {"indicator", Type::identifier, required};
  const AttributeRule objective = {"objective", Type::identifier, required};
  return {
      {"decisions", {}, {any({"retain-status", "void", "retain-weather"})}},
      {"retain-status",
       decision(indicator, required) + Attributes{{"status", Type::identifier, required}},
       {},
       true},
      {"void", decision(indicator, false), {}, true},
      {"retain-weather",
       decision(objective, required) + Attributes{{"weather", Type::identifier, required}},
       {},
       true},
      list_of("observations", "observation"),
      {"observation",
       {indicator,
        {"component", Type::identifier},
        {"strand", Type::identifier},
        {"year", Type::year},
        {"contract-year", Type::contract_year},
        {"value", Type::amount},
        {"numerator", Type::decimal},
        {"denominator", Type::decimal},
        {"source", Type::text},
        {"reference", Type::date},
        {"received", Type::date},
        {"provisional", Type::boolean}}},
  };
}

std::vector<ElementRule> contract_rules() {
  std::vector<ElementRule> rules = {
      {"contract",
       label_of_id() + Attributes{{"model", Type::identifier, required},
                                  {"signed", Type::date},
                                  {"start", Type::date, required},
                                  {"end", Type::date, required},
                                  {"note", Type::text}},
       {one("parties"), maybe("strands"), maybe("settings"), one("indicators"), maybe("amendments"),
        maybe("decisions"), maybe("observations")}},
      {"strands", {}, {some("strand")}},
      {"strand", label_of_id() + Attributes{{"region", Type::region}}},
      list_of("settings", "parameter"),
      parameter(false),
  };
  for (const auto& more : {party_rules(), indicator_rules(), amendment_rules(), decision_rules()}) {
    rules.insert(rules.end(), more.begin(), more.end());
  }
  return rules;
}

}  // namespace

const Grammar& model_grammar() {
  static const Grammar grammar(model_rules());
  return grammar;
}

const Grammar& contract_grammar() {
  static const Grammar grammar(contract_rules());
  return grammar;
}

const Grammar& settings_grammar() {
  static const Grammar grammar({list_of("settings", "parameter"), parameter(true)});
  return grammar;
}

}  // namespace cpom::xml
