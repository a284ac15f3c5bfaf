// The vocabulary of a model and of the catalogue of a package, which adds to it.
#include "xml/vocabulary.hpp"

namespace cpom::xml {
namespace {

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
           {"strand", Type::identifier},
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
                                             {"territory", Type::identifier},
                                             {"objective", Type::identifier},
                                             {"source", Type::text},
                                             {"contradicts", Type::identifier}}};
}

Attributes shown() {
  return label_of_id() + Attributes{{"label-en", Type::text},
                                    {"symbol", Type::text, required},
                                    {"tone", Type::tone, required},
                                    {"assumes", Type::assumptions}};
}

Rules model_rules() {
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
        maybe("territories"), maybe("parameters"), maybe("missions"), one("objectives"),
        maybe("groups"), one("indicators"), maybe("term"), maybe("outcomes"), maybe("limits"),
        maybe("calendar"), maybe("roles"), maybe("severities")}},
      {"assumption", {}, {}, true},
      {"levels", {}, {some("level")}},
      {"level", label_of_id()},
      list_of("weathers", "weather"),
      {"weather", shown()},
      list_of("territories", "territory"),
      {"territory", label_of_id() + Attributes{{"regions", Type::regions, required}}},
      {"parameters", {}, {any({"parameter", "bands"})}},
      parameter(true),
      {"term", {{"rule", Type::identifier, required}, {"assumes", Type::assumptions}}},
      list_of("outcomes", "outcome"),
      {"outcome", label_of_id()},
      list_of("roles", "role"),
      {"role", label_of_id() +
                   Attributes{{"side", Type::side, required}, {"per", Type::role_scope, required}}},
      list_of("severities", "severity"),
      {"severity", {{"code", Type::identifier, required}, {"level", Type::severity, required}}},
  };
}

ElementRule catalogue_root() {
  return {"catalogue",
          {},
          {maybe("missions"), maybe("statuses"), maybe("objectives"), maybe("groups"),
           maybe("indicators"), maybe("definitions"), maybe("limits"), maybe("calendar"),
           any({"bands"})}};
}

ElementRule region_definition() {
  return {"define",
          Attributes{{"indicator", Type::identifier, required}, {"label", Type::text, required}} +
              measure(true)};
}

}  // namespace

Rules catalogue_rules() {
  return {
      list_of("missions", "mission"),
      {"mission", label_of_id()},
      {"statuses", {}, {some("status"), any({"outcome-label"})}},
      {"status", shown() + Attributes{{"points", Type::points}}},
      {"outcome-label",
       {{"outcome", Type::outcome, required},
        {"label", Type::text, required},
        {"label-en", Type::text}}},
      {"objectives", {}, {some("objective")}},
      {"objective", label_of_id() + Attributes{{"level", Type::identifier, required},
                                               {"parent", Type::identifier},
                                               {"lead-directorate", Type::text},
                                               {"dialogue", Type::text},
                                               {"category", Type::identifier},
                                               {"territory", Type::identifier},
                                               {"groups", Type::identifiers},
                                               {"from", Type::year},
                                               {"to", Type::year},
                                               {"mission", Type::identifier}}},
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

const Grammar& model_grammar() {
  static const Grammar grammar(model_rules() + catalogue_rules() + band_rules());
  return grammar;
}

const Grammar& catalogue_grammar() {
  static const Grammar grammar(
      Rules{catalogue_root(), list_of("definitions", "define"), region_definition()} +
      catalogue_rules() + band_rules());
  return grammar;
}

}  // namespace cpom::xml
