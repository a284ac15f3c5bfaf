#include "xml/definition.hpp"

#include <algorithm>
#include <utility>

#include "base/names.hpp"
#include "model/contract_model.hpp"

namespace cpom::xml {
namespace {

bool is_in(const std::string& name, const std::vector<std::string>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

Message example_of(std::string_view attribute) {
  if (attribute == "form") return message("for example \"{0}\"", "share");
  if (attribute == "unit") return message("for example \"{0}\"", "percent");
  if (attribute == "decimals") return message("for example \"{0}\"", "1");
  return suggestion("", model::words<model::Direction>());
}

void check_components(const Element& element, const DefinitionCodes& codes) {
  Declared ids;
  for (const Element& component : element.children("component")) {
    ids.add(component, "id", codes.duplicate_component);
  }
}

}  // namespace

void read_measure(const Element& element, model::Indicator& indicator) {
  const auto replace = [&](const char* attribute, std::string& text) {
    if (element.has(attribute)) text = element.text(attribute);
  };
  const auto replace_list = [&](const char* attribute, std::vector<std::string>& list) {
    if (element.has(attribute)) list = element.list(attribute);
  };
  replace("label", indicator.label);
  replace("form", indicator.form);
  replace("unit", indicator.unit);
  replace_list("supplier", indicator.suppliers);
  replace_list("source", indicator.sources);
  indicator.decimals = element.integer("decimals").value_or(indicator.decimals);
  indicator.direction = element.word<model::Direction>("direction").value_or(indicator.direction);
  if (element.has("minimum")) indicator.minimum = element.decimal("minimum");
  if (element.has("maximum")) indicator.maximum = element.decimal("maximum");
  for (std::string& name : element.words("assumes")) indicator.assumptions.insert(std::move(name));
}

model::Indicator read_indicator(const Element& element) {
  model::Indicator indicator;
  indicator.code = element.text("code");
  indicator.objective = element.text("objective");
  indicator.theme = element.text("theme");
  indicator.kind =
      element.word<model::IndicatorKind>("kind").value_or(model::IndicatorKind::complementary);
  indicator.pilots = element.list("pilot");
  indicator.available = element.relative_date("available");
  indicator.territory = element.text("territory");
  indicator.first_year = element.integer("from");
  indicator.last_year = element.integer("to");
  indicator.weight = element.decimal("weight").value_or(1);
  indicator.classify = element.text("classify");
  indicator.mission = element.text("mission");
  indicator.secured = element.flag("secured");
  indicator.placeholder = element.flag("placeholder");
  indicator.groups = element.words("groups");
  indicator.typology = element.word<model::Typology>("typology");
  indicator.plans = element.list("plan");
  indicator.successor_of = element.text("successor-of");
  indicator.confidence = element.word<model::Confidence>("confidence");
  indicator.note = element.text("note");
  indicator.where = element.where();
  for (const Element& component : element.children("component")) {
    indicator.components.push_back({component.text("id"), component.text("label")});
  }
  read_measure(element, indicator);
  return indicator;
}

bool check_measure(const Element& element, const model::Indicator& indicator,
                   const DefinitionCodes& codes) {
  bool complete = true;
  for (const std::string_view attribute : {"form", "unit", "decimals", "direction"}) {
    const bool is_direction = attribute == "direction";
    const bool context = indicator.kind == model::IndicatorKind::context;
    if (is_direction && (context || element.garbled("kind"))) continue;
    if (!element.text(attribute.data()).empty()) continue;
    complete = false;
    const bool reported = codes.measure_required && !is_direction;
    if (reported || !element.lacks(attribute.data())) continue;

    element.error(codes.missing, "",
                  message("indicator \"{0}\" has no \"{1}\"", indicator.code, attribute),
                  example_of(attribute));
  }
  return complete;
}

void check_references(const Element& element, const model::Indicator& indicator,
                      const Surroundings& surroundings, const DefinitionCodes& codes) {
  const std::string& objective = indicator.objective;
  surroundings.objectives.check(element, "objective", objective, codes.unknown_objective,
                                message("there is no objective \"{0}\"", objective));
  const std::string& territory = indicator.territory;
  surroundings.territories.check(element, "territory", territory, codes.unknown_territory,
                                 message("there is no territory \"{0}\"", territory));
  for (const std::string& group : indicator.groups) {
    surroundings.groups.check(element, "groups", group, codes.unknown_group,
                              message("there is no group \"{0}\"", group));
  }
  surroundings.missions.check(element, "mission", indicator.mission, codes.unknown_mission,
                              message("there is no mission \"{0}\"", indicator.mission));
  check_years(element, indicator.first_year, indicator.last_year, codes.years_reversed);
  check_components(element, codes);
}

void check_mission(const Element& element, const model::Indicator& indicator,
                   const std::vector<model::Objective>& objectives, const Declared& missions,
                   const DefinitionCodes& codes) {
  const std::string wanted = model::mission_of(objectives, indicator.objective);
  const bool known = missions.contains(wanted) && missions.contains(indicator.mission);
  if (!known || wanted == indicator.mission) return;
  element.error(codes.mission, "mission",
                message("the indicator \"{0}\" is of the mission \"{1}\", and its objective of "
                        "\"{2}\"",
                        indicator.code, indicator.mission, wanted),
                message("leave out \"mission\": that of the objective holds"));
}

void check_years(const Element& element, std::optional<int> first, std::optional<int> last,
                 const char* code) {
  if (!first || !last || *first <= *last) return;
  element.error(code, "to", message("the last year, {0}, is before the first, {1}", *last, *first),
                message("exchange them, or correct one"));
}

void check_bounds_and_unit(const Element& element, const model::Indicator& indicator,
                           const DefinitionCodes& codes) {
  if (indicator.minimum && indicator.maximum && *indicator.minimum > *indicator.maximum) {
    element.error(codes.bounds_reversed, element.has("maximum") ? "maximum" : "minimum",
                  message("the minimum {0} is greater than the maximum {1}",
                          Figure{*indicator.minimum}, Figure{*indicator.maximum}),
                  message("exchange them, or correct one"));
  }
  const std::string& unit = indicator.unit;
  const std::string nearest = nearest_name(unit, model::known_units());
  if (!element.has("unit") || nearest.empty() || is_in(unit, model::known_units())) return;
  element.warning(codes.unit, "unit",
                  message("the unit \"{0}\" is not known and will be shown as it is", unit),
                  message("did you mean \"{0}\"?", nearest));
}

}  // namespace cpom::xml
