// What occurs in several kinds of document. A change of any vocabulary is a change of
// contracts/schema/*.xsd too; tests/corpus/xml holds both together.
#include "xml/vocabulary.hpp"

namespace cpom::xml {

ElementRule list_of(std::string_view name, std::string_view element) {
  return {name, {}, {any({element})}};
}

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

Attributes circumstances() {
  return {{"theme", Type::text},
          {"pilot", Type::text},
          {"available", Type::relative_date},
          {"territory", Type::identifier},
          {"from", Type::year},
          {"to", Type::year},
          {"weight", Type::weight},
          {"classify", Type::identifier},
          {"mission", Type::identifier},
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

Rules band_rules() {
  return {{"bands",
           {{"name", Type::identifier, required}, {"from", Type::decimal}, {"to", Type::decimal}},
           {some("band")}},
          {"band",
           {{"id", Type::identifier, required},
            {"from", Type::decimal},
            {"to", Type::decimal},
            {"parameter", Type::identifier},
            {"assumption", Type::boolean},
            {"reason", Type::text},
            {"locked", Type::boolean}}}};
}

const Grammar& settings_grammar() {
  static const Grammar grammar(
      Rules{{"settings", {}, {any({"parameter", "bands"})}}, parameter(true)} + band_rules());
  return grammar;
}

}  // namespace cpom::xml
