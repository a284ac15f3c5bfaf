#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "xml/model_parts.hpp"
#include "xml/types.hpp"

namespace cpom::xml {
namespace {

std::optional<model::Moment> read_moment(const Element& element, const char* attribute) {
  if (const auto date = element.date(attribute)) return *date;
  if (const auto relative = element.relative_date(attribute)) return *relative;
  return std::nullopt;
}

model::Step read_step(const Element& element) {
  model::Step step;
  step.id = element.text("id");
  step.label = element.text("label");
  step.kind = element.word<model::StepKind>("kind").value_or(step.kind);
  step.actors = element.list("actor");
  step.stated = element.text("stated");
  step.from = read_moment(element, "from");
  for (const char* last : {"to", "on", "deadline"}) {
    if (const auto moment = read_moment(element, last)) step.to = moment;
  }
  step.event = element.word<model::StepEvent>("event");
  step.after = element.text("after");
  step.before = element.text("before");
  step.days = element.integer("days");
  step.scope = element.text("scope");
  step.territory = element.text("territory");
  step.objective = element.text("objective");
  step.source = element.text("source");
  step.contradicts = element.text("contradicts");
  step.where = element.where();
  return step;
}

void check_dates(const Element& element) {
  int ways = int{element.has("from") || element.has("to")};
  for (const char* way : {"on", "deadline", "after", "before", "event"}) {
    ways += int{element.has(way)};
  }
  if (ways > 1) {
    element.error("model.step_dates", "", message("the step is dated in more than one way"),
                  message("keep one of on, deadline, from and to, after, before, event"));
  } else if (element.has("days") && element.lacks("after") && element.lacks("before")) {
    element.error("model.step_dates", "days",
                  message("\"days\" counts from another step, which is not named"),
                  message("add after=\"…\" or before=\"…\""));
  } else if (element.has("to") && element.lacks("from")) {
    element.error("model.step_dates", "to", message("the window has a last day and no first"),
                  message("add from=\"…\", or write deadline=\"…\" or on=\"…\""));
  }
}

void check_order(const Element& element, const model::Step& step) {
  if (!step.from || !step.to) return;
  const bool same_sort = step.from->index() == step.to->index();
  const auto day = [](const model::Moment& moment) {
    const auto* relative = std::get_if<RelativeDate>(&moment);
    // Any leap year will do: only the order counts.
    return relative != nullptr ? relative->in(2024) : std::get<Date>(moment);
  };
  if (same_sort && day(*step.from) <= day(*step.to)) return;
  element.error("model.step_reversed", "to",
                same_sort ? message("the window ends before it starts")
                          : message("one end of the window is relative to the year, the other is "
                                    "not"),
                message("correct one of the two days"));
}

bool is_event(const std::string& name) {
  return model::from_word<model::StepEvent>(name).has_value();
}

void check_references(const Element& element, const model::Step& step, const Names& names) {
  const auto check = [&](const char* attribute, const std::string& id) {
    names.steps.check(element, attribute, id, "model.unknown_step",
                      message("there is no step \"{0}\"", id));
  };
  if (!is_event(step.after)) check("after", step.after);
  if (!is_event(step.before)) check("before", step.before);
  check("contradicts", step.contradicts);
  names.objectives.check(element, "objective", step.objective, "model.unknown_objective",
                         message("there is no objective \"{0}\"", step.objective));
  names.territories.check(element, "territory", step.territory, "model.unknown_territory",
                          message("there is no territory \"{0}\"", step.territory));
}

/// "after" could not tell such a step from the event.
void check_id(const Element& element, const model::Step& step) {
  if (!is_event(step.id)) return;
  element.error("model.reserved_step", "id",
                message("\"{0}\" is the name of an event of the contract", step.id),
                message("give the step another id"));
}

/// Reports each step that depends on itself, through "after" or "before".
void check_cycles(const std::vector<Element>& elements, const std::vector<model::Step>& steps) {
  std::map<std::string, std::string> anchors;
  for (const model::Step& step : steps) {
    anchors.emplace(step.id, step.after.empty() ? step.before : step.after);
  }
  std::set<std::string> told;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    std::set<std::string> seen;
    std::string id = steps[i].id;
    while (!id.empty() && anchors.contains(id) && seen.insert(id).second) id = anchors[id];
    if (id != steps[i].id || id.empty() || !anchors.contains(id) || told.contains(id)) continue;
    told.insert(seen.begin(), seen.end());
    elements[i].error("model.step_cycle", steps[i].after.empty() ? "before" : "after",
                      message("the step \"{0}\" is dated by itself", id),
                      message("give one of the steps a date"));
  }
}

}  // namespace

std::vector<model::Step> read_calendar(const Element& list, Names& names) {
  const std::vector<Element> elements = list.children("step");
  std::vector<model::Step> calendar;
  for (const Element& element : elements) {
    names.steps.add(element, "id", "model.duplicate_id");
    calendar.push_back(read_step(element));
    check_id(element, calendar.back());
    check_dates(element);
    check_order(element, calendar.back());
  }
  for (std::size_t i = 0; i < elements.size(); ++i) {
    check_references(elements[i], calendar[i], names);
  }
  check_cycles(elements, calendar);
  return calendar;
}

}  // namespace cpom::xml
