#include "xml/readers.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "xml/calendar.hpp"
#include "xml/declared.hpp"
#include "xml/definition.hpp"
#include "xml/limits.hpp"
#include "xml/parameters.hpp"
#include "xml/reading.hpp"

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
    "model.unit",
    false,
};

/// Codes of outcomes in reports: a status of that name could not be told from them.
constexpr std::array<std::string_view, 12> reserved_statuses = {
    "not_applicable", "context", "void",    "observed",       "target_pending", "not_due",
    "awaited",        "late",    "invalid", "not_computable", "rule_error",     "classified"};

model::Objective read_objective(const Element& element) {
  model::Objective objective;
  objective.id = element.text("id");
  objective.label = element.text("label");
  objective.level = element.text("level");
  objective.parent = element.text("parent");
  objective.lead_directorates = element.list("lead-directorate");
  objective.dialogues = element.list("dialogue");
  objective.category = element.text("category");
  objective.territory = element.text("territory");
  objective.groups = element.words("groups");
  objective.first_year = element.integer("from");
  objective.last_year = element.integer("to");
  objective.where = element.where();
  return objective;
}

class ModelReader {
 public:
  explicit ModelReader(const Element& root) : root_(root) {}

  model::Model read();

 private:
  void read_head();
  void read_levels();
  void read_statuses();
  void read_weathers();
  void read_territories();
  void read_groups();
  void read_objectives();
  void check_surroundings(const Element& element, const model::Objective& objective);
  void read_indicators();
  void read_indicator_at(const Element& element);
  void check_objective(const Element& element, const model::Objective& objective);
  void check_cycles(const std::vector<Element>& elements);
  std::size_t depth(const std::string& level) const;

  const Element& root_;
  model::Model model_;
  Declared levels_, statuses_, weathers_, territories_, groups_, objectives_, indicators_;
  std::set<std::string> cyclic_;
};

model::Model ModelReader::read() {
  read_head();
  read_levels();
  read_statuses();
  read_weathers();
  read_territories();
  read_groups();
  read_objectives();
  read_indicators();
  model_.limits = read_limits(root_.child("limits"));
  model_.calendar = read_calendar(root_.child("calendar"), objectives_);
  const Element parameters = root_.child("parameters");
  model_.parameters = read_parameters(parameters, model::Layer::model);
  check_parameter_scopes(parameters, indicators_, objectives_);
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

void ModelReader::read_levels() {
  for (const Element& element : root_.child("levels").children("level")) {
    levels_.add(element, "id", "model.duplicate_id");
    model_.levels.push_back({element.text("id"), element.text("label")});
  }
}

void ModelReader::read_statuses() {
  for (const Element& element : root_.child("statuses").children("status")) {
    const std::string id = element.text("id");
    if (std::find(reserved_statuses.begin(), reserved_statuses.end(), id) !=
        reserved_statuses.end()) {
      element.error("model.reserved_status", "id",
                    message("\"{0}\" is what the program calls an outcome without status", id),
                    message("give the status another id"));
    }
    statuses_.add(element, "id", "model.duplicate_id");
    model_.statuses.push_back({id, element.text("label"), element.text("label-en"),
                               element.text("symbol"),
                               element.word<model::Tone>("tone").value_or(model::Tone::neutral),
                               element.decimal("points"), element.has("assumes"), element.where()});
  }
}

void ModelReader::read_weathers() {
  for (const Element& element : root_.child("weathers").children("weather")) {
    weathers_.add(element, "id", "model.duplicate_id");
    model_.weathers.push_back({element.text("id"), element.text("label"), element.text("label-en"),
                               element.text("symbol"),
                               element.word<model::Tone>("tone").value_or(model::Tone::neutral),
                               element.has("assumes"), element.where()});
  }
}

void ModelReader::read_territories() {
  for (const Element& element : root_.child("territories").children("territory")) {
    territories_.add(element, "id", "model.duplicate_id");
    model_.territories.push_back(
        {element.text("id"), element.text("label"), element.words("regions")});
  }
}

void ModelReader::read_groups() {
  for (const Element& element : root_.child("groups").children("group")) {
    groups_.add(element, "id", "model.duplicate_id");
    model_.groups.push_back({element.text("id"), element.text("label"), element.where()});
  }
}

// --- Objectives ---------------------------------------------------------------------------

void ModelReader::read_objectives() {
  const std::vector<Element> elements = root_.child("objectives").children("objective");
  for (const Element& element : elements) {
    objectives_.add(element, "id", "model.duplicate_id");
    model_.objectives.push_back(read_objective(element));
  }
  check_cycles(elements);
  for (std::size_t i = 0; i < elements.size(); ++i) {
    check_objective(elements[i], model_.objectives[i]);
    check_surroundings(elements[i], model_.objectives[i]);
  }
}

void ModelReader::check_surroundings(const Element& element, const model::Objective& objective) {
  territories_.check(element, "territory", objective.territory, codes.unknown_territory,
                     message("there is no territory \"{0}\"", objective.territory));
  for (const std::string& group : objective.groups) {
    groups_.check(element, "groups", group, codes.unknown_group,
                  message("there is no group \"{0}\"", group));
  }
  check_years(element, objective.first_year, objective.last_year, codes);
}

/// Place of \a level in the hierarchy, 0 at the top; that of the lowest for an unknown one.
std::size_t ModelReader::depth(const std::string& level) const {
  const auto& names = levels_.names();
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), level) - names.begin());
}

void ModelReader::check_objective(const Element& element, const model::Objective& objective) {
  levels_.check(element, "level", objective.level, "model.unknown_level",
                message("there is no level \"{0}\"", objective.level));
  objectives_.check(element, "parent", objective.parent, "model.unknown_objective",
                    message("there is no objective \"{0}\"", objective.parent));
  const model::Objective* parent = model_.objective(objective.parent);
  if (objective.parent.empty() || parent == nullptr) return;
  const bool comparable = levels_.contains(objective.level) && levels_.contains(parent->level) &&
                          !cyclic_.contains(objective.id) && element.intact();
  if (comparable && depth(parent->level) >= depth(objective.level)) {
    element.error("model.objective_level", "parent",
                  message("the parent \"{0}\" is of the level \"{1}\", which is not above \"{2}\"",
                          parent->id, parent->level, objective.level),
                  message("levels go from the highest to the lowest, as <levels> lists them"));
  }
}

/// Reports each cycle once. Walks up from every objective to one that was seen before.
void ModelReader::check_cycles(const std::vector<Element>& elements) {
  std::map<std::string, std::size_t> walk_of;
  std::map<std::string, std::string> parent_of;
  for (const model::Objective& objective : model_.objectives) {
    if (!objective.id.empty()) parent_of.emplace(objective.id, objective.parent);
  }
  for (std::size_t walk = 0; walk < elements.size(); ++walk) {
    std::vector<std::string> path;
    std::string id = model_.objectives[walk].id;
    while (parent_of.contains(id) && walk_of.emplace(id, walk).second) {
      path.push_back(id);
      id = parent_of[id];
    }
    const auto start = std::find(path.begin(), path.end(), id);
    if (start == path.end()) continue;
    std::string cycle;
    for (auto step = start; step != path.end(); ++step) cycle += *step + " → ";
    cyclic_.insert(start, path.end());
    elements[walk].error("model.objective_cycle", "parent",
                         message("the parents of objective \"{0}\" go in a circle: {1}",
                                 model_.objectives[walk].id, cycle + id),
                         message("leave out \"parent\" at the top of the hierarchy"));
  }
}

// --- Indicators ---------------------------------------------------------------------------

void ModelReader::read_indicators() {
  for (const Element& element : root_.child("indicators").children("indicator")) {
    read_indicator_at(element);
  }
}

void ModelReader::read_indicator_at(const Element& element) {
  indicators_.add(element, "code", "model.duplicate_indicator");
  model::Indicator indicator = read_indicator(element);
  const bool placeholder = indicator.placeholder || element.garbled("placeholder");
  if (!placeholder) check_measure(element, indicator, codes);
  check_bounds_and_unit(element, indicator, codes);
  check_references(element, indicator, {objectives_, territories_, groups_}, codes);
  model_.indicators.push_back(std::move(indicator));
}

}  // namespace

std::optional<model::Model> read_model(std::string_view bytes, const std::string& file,
                                       Diagnostics& found) {
  return read_document<model::Model>(bytes, file, model_grammar(), found,
                                     [](const Element& root) { return ModelReader(root).read(); });
}

}  // namespace cpom::xml
