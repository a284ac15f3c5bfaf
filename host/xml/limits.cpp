#include <utility>

#include "xml/model_parts.hpp"

namespace cpom::xml {
namespace {

void check_bounds(const Element& element, const model::Limit& limit) {
  const bool exact = element.has("exactly");
  const bool range = element.has("minimum") || element.has("maximum");
  const bool none =
      element.lacks("exactly") && element.lacks("minimum") && element.lacks("maximum");
  if (none || (exact && range)) {
    element.error(
        "model.limit_bounds", "",
        none ? message("the limit has no number") : message("the limit has two kinds of number"),
        message("give either exactly=\"…\", or minimum=\"…\" or maximum=\"…\" or both"));
  } else if (limit.minimum && limit.maximum && *limit.minimum > *limit.maximum) {
    element.error("model.limit_bounds", "maximum",
                  message("the minimum {0} is greater than the maximum {1}",
                          Figure{static_cast<double>(*limit.minimum)},
                          Figure{static_cast<double>(*limit.maximum)}),
                  message("exchange them, or correct one"));
  }
}

void check_year(const Element& element, const model::Limit& limit) {
  if (element.garbled("on")) return;
  const std::string_view subject = model::word_of(limit.subject);
  if (!model::is_of_year(limit.subject) && element.has("year")) {
    element.error("model.limit_year", "year", message("\"{0}\" is not counted for a year", subject),
                  message("remove \"{0}\"", "year"));
  }
}

void check_strand(const Element& element, const model::Limit& limit) {
  if (element.garbled("on") || !element.has("strand") || model::is_of_strand(limit.subject)) return;
  element.error("model.limit_strand", "strand",
                message("\"{0}\" is not counted for a strand", model::word_of(limit.subject)),
                message("remove \"{0}\"", "strand"));
}

model::Limit read_limit(const Element& element) {
  model::Limit limit;
  limit.subject = element.word<model::LimitSubject>("on").value_or(limit.subject);
  limit.minimum = element.integer("minimum");
  limit.maximum = element.integer("maximum");
  if (const auto exact = element.integer("exactly")) limit.minimum = limit.maximum = exact;
  limit.year = element.integer("year");
  limit.strand = element.text("strand");
  limit.severity = element.word<Severity>("severity").value_or(limit.severity);
  limit.text = element.text("text");
  limit.source = element.text("source");
  limit.where = element.where();
  return limit;
}

}  // namespace

std::vector<model::Limit> read_limits(const Element& list) {
  std::vector<model::Limit> limits;
  for (const Element& element : list.children("limit")) {
    limits.push_back(read_limit(element));
    check_bounds(element, limits.back());
    check_year(element, limits.back());
    check_strand(element, limits.back());
  }
  return limits;
}

}  // namespace cpom::xml
