// The vocabulary of a contract.
#include "xml/vocabulary.hpp"

namespace cpom::xml {
namespace {

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

Rules party_rules() {
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

Rules indicator_rules() {
  const AttributeRule code = {"code", Type::identifier, required};
  const AttributeRule site = {"site", Type::finess};
  const Slot figures = any({"baseline", "target", "observed-only", "target-pending"});
  const ElementRule chosen = {"indicator",
                              {code, {"label", Type::text}, {"mission", Type::identifier}, site},
                              {maybe("define"), figures}};
  const ElementRule added = {"added-indicator",
                             Attributes{code,
                                        {"objective", Type::identifier, required},
                                        {"label", Type::text, required},
                                        {"kind", Type::kind},
                                        site} +
                                 measure(true) + circumstances(),
                             {any({"component"}), figures}};
  return {
      {"indicators", {}, {any({"indicator", "added-indicator"})}},
      chosen,
      {"add-indicator", chosen.attributes, chosen.content},
      added,
      {"define-indicator", added.attributes, added.content},
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

Attributes own_objective() {
  return label_of_id() + Attributes{{"level", Type::identifier, required},
                                    {"parent", Type::identifier},
                                    {"mission", Type::identifier}};
}

/// What the parties are, hold, give, do and engage in.
Rules engagement_rules() {
  const AttributeRule objective = {"objective", Type::identifier, required};
  return {
      list_of("packages", "package"),
      {"package", {{"name", Type::identifier, required}, {"version", Type::version}}},
      list_of("holders", "holder"),
      {"holder",
       {{"role", Type::identifier, required},
        {"objective", Type::identifier},
        {"group", Type::identifier},
        {"structure", Type::text, required}}},
      list_of("fundings", "funding"),
      {"funding",
       {{"year", Type::year, required},
        {"amount", Type::weight, required},
        {"mission", Type::identifier},
        {"label", Type::text}}},
      list_of("objectives", "objective"),
      {"objective", own_objective()},
      list_of("actions", "action"),
      {"action",
       label_of_id() + Attributes{objective, {"progress", Type::advance}, {"note", Type::text}}},
      list_of("engagements", "engagement"),
      {"engagement",
       {{"id", Type::identifier, required},
        objective,
        {"strand", Type::identifier},
        {"site", Type::finess},
        {"orientation", Type::text},
        {"former-annex", Type::identifier},
        {"indicators", Type::identifiers}},
       {any({"diagnosis"}), maybe("outcome")}},
      {"diagnosis", {{"by", Type::author, required}, {"date", Type::date}}, {}, true},
      {"outcome",
       {{"id", Type::identifier, required},
        {"role", Type::text, required},
        {"date", Type::date, required}},
       {},
       true},
  };
}

Rules amendment_rules() {
  const AttributeRule indicator = {"indicator", Type::identifier, required};
  return {
      list_of("amendments", "amendment"),
      {"amendment",
       {{"number", Type::identifier, required},
        {"label", Type::text},
        {"signed", Type::date, required},
        {"effective", Type::date, required}},
       {any({"set-target", "end-target", "add-indicator", "define-indicator", "end-indicator",
             "add-objective", "end-objective", "roadmap"})}},
      {"set-target", Attributes{indicator} + target_year() + target_values()},
      {"end-target", Attributes{indicator} + target_year()},
      {"end-indicator", {{"code", Type::identifier, required}, {"on", Type::date}}},
      {"add-objective", own_objective()},
      {"end-objective", {{"id", Type::identifier, required}, {"on", Type::date}}},
      {"roadmap",
       {{"label", Type::text, required},
        {"from", Type::date, required},
        {"to", Type::date, required}}},
  };
}

Rules decision_rules() {
  const AttributeRule indicator = {"indicator", Type::identifier, required};
  const AttributeRule objective = {"objective", Type::identifier, required};
  return {
      {"decisions", {}, {any({"retain-status", "void", "retain-weather", "retain-outcome"})}},
      {"retain-status",
       decision(indicator, required) + Attributes{{"status", Type::identifier, required}},
       {},
       true},
      {"void", decision(indicator, false), {}, true},
      {"retain-weather",
       decision(objective, required) + Attributes{{"weather", Type::identifier, required}},
       {},
       true},
      {"retain-outcome",
       {{"engagement", Type::identifier, required},
        {"outcome", Type::identifier, required},
        {"role", Type::text, required},
        {"date", Type::date, required}},
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

Rules contract_rules() {
  return Rules{{"contract",
                label_of_id() + Attributes{{"model", Type::identifier, required},
                                           {"signed", Type::date},
                                           {"start", Type::date, required},
                                           {"end", Type::date, required},
                                           {"note", Type::text}},
                {one("parties"), maybe("packages"), maybe("holders"), maybe("strands"),
                 maybe("settings"), maybe("fundings"), maybe("objectives"), one("indicators"),
                 maybe("actions"), maybe("engagements"), maybe("amendments"), maybe("decisions"),
                 maybe("observations")}},
               {"strands", {}, {some("strand")}},
               {"strand", label_of_id() + Attributes{{"region", Type::region},
                                                     {"from", Type::date},
                                                     {"to", Type::date},
                                                     {"successor", Type::identifier}}},
               list_of("settings", "parameter"),
               parameter(false)} +
         party_rules() + indicator_rules() + engagement_rules() + amendment_rules() +
         decision_rules();
}

}  // namespace

const Grammar& contract_grammar() {
  static const Grammar grammar(contract_rules());
  return grammar;
}

}  // namespace cpom::xml
