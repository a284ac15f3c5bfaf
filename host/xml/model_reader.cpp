#include <utility>

#include "xml/model_parts.hpp"
#include "xml/parameters.hpp"
#include "xml/readers.hpp"
#include "xml/reading.hpp"

namespace cpom::xml {
namespace {

class ModelReader {
 public:
  explicit ModelReader(const Element& root) : root_(root) {}

  model::Model read();

 private:
  void read_head();
  void read_own_parameters();

  const Element& root_;
  model::Model model_;
  Names names_;
};

model::Model ModelReader::read() {
  read_head();
  model_.levels = read_levels(root_.child("levels"), names_);
  model_.statuses = read_statuses(root_.child("statuses"));
  model_.outcome_labels = read_outcome_labels(root_.child("statuses"));
  model_.weathers = read_weathers(root_.child("weathers"));
  model_.territories = read_territories(root_.child("territories"), names_);
  model_.missions = read_missions(root_.child("missions"), names_);
  model_.groups = read_groups(root_.child("groups"), names_);
  model_.objectives = read_objectives(root_.child("objectives"), names_, {});
  model_.indicators = read_indicators(root_.child("indicators"), names_, model_.objectives);
  model_.term_rule = root_.child("term").text("rule");
  model_.engagement_outcomes = read_engagement_outcomes(root_.child("outcomes"));
  model_.limits = read_limits(root_.child("limits"));
  model_.calendar = read_calendar(root_.child("calendar"), names_);
  model_.roles = read_roles(root_.child("roles"));
  model_.severities = read_severities(root_.child("severities"));
  read_own_parameters();
  return std::move(model_);
}

void ModelReader::read_head() {
  model_.id = root_.text("id");
  model_.family = root_.text("family");
  model_.generation = root_.text("generation");
  model_.label = root_.text("label");
  model_.source = root_.text("source");
  model_.available = root_.relative_date("available").value_or(model_.available);
  model_.review = root_.relative_date("review").value_or(model_.review);
  if (root_.has("classify")) model_.classify_rule = root_.text("classify");
  if (root_.has("weather")) model_.weather_rule = root_.text("weather");
  if (root_.has("rollup")) model_.rollup_rule = root_.text("rollup");
  model_.where = root_.where();
  for (const Element& assumption : root_.children("assumption")) {
    model_.assumptions.push_back(assumption.content());
  }
  const auto from = root_.date("valid-from");
  const auto to = root_.date("valid-to");
  if (!from || !to) return;
  model_.valid_from = *from;
  model_.valid_to = *to;
  if (*from <= *to) return;
  root_.error("model.period_reversed", "valid-to",
              message("the model ends on {0}, before it starts on {1}", *to, *from),
              message("correct one of the two days"));
}

void ModelReader::read_own_parameters() {
  const Element parameters = root_.child("parameters");
  Settings settings = read_parameters(parameters, model::Layer::model);
  model_.parameters = std::move(settings.parameters);
  model_.bands = std::move(settings.bands);
  check_parameter_scopes(parameters, names_.indicators, names_.objectives);
}

}  // namespace

std::optional<model::Model> read_model(std::string_view bytes, const std::string& file,
                                       Diagnostics& found) {
  return read_document<model::Model>(bytes, file, model_grammar(), found,
                                     [](const Element& root) { return ModelReader(root).read(); });
}

}  // namespace cpom::xml
