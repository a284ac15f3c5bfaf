#include <utility>

#include "xml/definition.hpp"
#include "xml/model_parts.hpp"

namespace cpom::xml {
namespace {

constexpr DefinitionCodes codes = {
    "model.missing_definition",
    "model.bounds_reversed",
    "model.years_reversed",
    "model.duplicate_id",
    "model.unknown_objective",
    "model.unknown_territory",
    "model.unknown_group",
    "model.unknown_mission",
    "model.mission",
    "model.unit",
    false,
};

}  // namespace

std::vector<model::Indicator> read_indicators(const Element& list, Names& names,
                                              const std::vector<model::Objective>& objectives) {
  std::vector<model::Indicator> indicators;
  for (const Element& element : list.children("indicator")) {
    names.indicators.add(element, "code", "model.duplicate_indicator");
    model::Indicator indicator = read_indicator(element);
    const bool placeholder = indicator.placeholder || element.garbled("placeholder");
    if (!placeholder) check_measure(element, indicator, codes);
    check_bounds_and_unit(element, indicator, codes);
    check_references(element, indicator,
                     {names.objectives, names.territories, names.groups, names.missions}, codes);
    check_mission(element, indicator, objectives, names.missions, codes);
    indicators.push_back(std::move(indicator));
  }
  return indicators;
}

model::Indicator read_definition(const Element& define, model::Indicator placeholder) {
  placeholder.placeholder = false;
  placeholder.where = define.where();
  read_measure(define, placeholder);
  check_bounds_and_unit(define, placeholder, codes);
  DefinitionCodes required_by_grammar = codes;
  required_by_grammar.measure_required = true;
  check_measure(define, placeholder, required_by_grammar);
  return placeholder;
}

}  // namespace cpom::xml
