#include "xml/parameters.hpp"

#include <map>
#include <tuple>
#include <utility>

#include "xml/bands.hpp"
#include "xml/readers.hpp"
#include "xml/reading.hpp"

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

class SettingsReader {
 public:
  explicit SettingsReader(model::Layer layer) : layer_(layer) {}

  Settings read(const Element& list);

 private:
  void read_one(const Element& element);
  void read_scale(const Element& element);
  void add(const Element& element, const char* attribute, model::Parameter parameter);

  model::Layer layer_;
  Settings settings_;
  Declared scales_;
  /// Name, indicator, objective.
  std::map<std::tuple<std::string, std::string, std::string>, int> lines_;
};

Settings SettingsReader::read(const Element& list) {
  for (const Element& element : list.children()) {
    if (element.name() == "parameter") read_one(element);
    if (element.name() == "bands") read_scale(element);
  }
  return std::move(settings_);
}

void SettingsReader::read_one(const Element& element) {
  model::Parameter parameter = read_parameter(element, layer_);
  if (!parameter.indicator.empty() && !parameter.objective.empty()) {
    element.error(
        "parameter.two_scopes", "objective",
        message("parameter \"{0}\" names both an indicator and an objective", parameter.name),
        message("keep one of the two: it holds for one indicator, or for the "
                "indicators of one objective"));
  }
  add(element, "name", std::move(parameter));
}

void SettingsReader::read_scale(const Element& element) {
  scales_.add(element, "name", "parameter.duplicate_bands");
  BandsRead read = read_bands(element, layer_);
  for (std::size_t i = 0; i < read.parameters.size(); ++i) {
    add(read.elements[i], "parameter", std::move(read.parameters[i]));
  }
  settings_.bands.push_back(std::move(read.bands));
}

void SettingsReader::add(const Element& element, const char* attribute,
                         model::Parameter parameter) {
  const auto [twin, is_new] = lines_.emplace(
      std::tuple{parameter.name, parameter.indicator, parameter.objective}, parameter.where.line);
  if (!is_new && element.intact()) {
    element.error("parameter.duplicate", attribute,
                  message("parameter \"{0}\" was already set in line {1}, for the same scope",
                          parameter.name, twin->second),
                  message("keep one of the two"));
  }
  settings_.parameters.push_back(std::move(parameter));
}

}  // namespace

Settings read_parameters(const Element& list, model::Layer layer) {
  return SettingsReader(layer).read(list);
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

std::optional<Settings> read_settings(std::string_view bytes, const std::string& file,
                                      model::Layer layer, Diagnostics& found) {
  return read_document<Settings>(bytes, file, settings_grammar(), found,
                                 [&](const Element& root) { return read_parameters(root, layer); });
}

}  // namespace cpom::xml
