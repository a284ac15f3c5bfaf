#include "xml/parameters.hpp"

#include <map>
#include <tuple>

#include "xml/reading.hpp"
#include "xml/readers.hpp"

namespace cpom::xml {
namespace {

model::Parameter read_parameter(const Element& element, model::Layer layer) {
  model::Parameter parameter;
  parameter.name = element.text("name");
  parameter.value = element.decimal("value").value_or(0);
  parameter.indicator = element.text("indicator");
  parameter.objective = element.text("objective");
  parameter.locked = element.flag("locked");
  parameter.assumption = element.flag("assumption");
  parameter.reason = element.text("reason");
  parameter.layer = layer;
  parameter.where = element.where();
  return parameter;
}

}  // namespace

std::vector<model::Parameter> read_parameters(const Element& list, model::Layer layer) {
  std::vector<model::Parameter> parameters;
  std::map<std::tuple<std::string, std::string, std::string>, int> lines;
  for (const Element& element : list.children("parameter")) {
    model::Parameter parameter = read_parameter(element, layer);
    if (!parameter.indicator.empty() && !parameter.objective.empty()) {
      element.error(
          "parameter.two_scopes", "objective",
          message("parameter \"{0}\" names both an indicator and an objective", parameter.name),
          message("keep one of the two: it holds for one indicator, or for the "
                  "indicators of one objective"));
    }
    const auto [twin, is_new] = lines.emplace(
        std::tuple{parameter.name, parameter.indicator, parameter.objective}, parameter.where.line);
    if (!is_new && element.intact()) {
      element.error("parameter.duplicate", "name",
                    message("parameter \"{0}\" was already set in line {1}, for the same scope",
                            parameter.name, twin->second),
                    message("keep one of the two"));
    }
    parameters.push_back(std::move(parameter));
  }
  return parameters;
}

void check_parameter_scopes(const Element& list, const Declared& indicators,
                            const Declared& objectives) {
  for (const Element& element : list.children("parameter")) {
    const std::string indicator = element.text("indicator");
    indicators.check(element, "indicator", indicator, "parameter.unknown_indicator",
                     message("there is no indicator \"{0}\"", indicator));
    const std::string objective = element.text("objective");
    objectives.check(element, "objective", objective, "parameter.unknown_objective",
                     message("there is no objective \"{0}\"", objective));
  }
}

std::optional<std::vector<model::Parameter>> read_settings(std::string_view bytes,
                                                           const std::string& file,
                                                           model::Layer layer, Diagnostics& found) {
  return read_document<std::vector<model::Parameter>>(
      bytes, file, settings_grammar(), found,
      [&](const Element& root) { return read_parameters(root, layer); });
}

}  // namespace cpom::xml
