#include <utility>

#include "xml/contract_reading.hpp"

namespace cpom::xml {
namespace {

/// What the contract says of one indicator, strand by strand and year by year: a target, or why
/// there is none. Finds what is said twice.
class Statements {
 public:
  explicit Statements(const ContractReading& reading) : reading_(reading) {}

  void add_target(const Element& element, const model::Target& target);
  void add_follow_up(const Element& element, const model::FollowUp& follow_up);

 private:
  enum class Kind { target, observed, pending };
  struct Statement {
    Kind kind;
    int line;
  };
  struct Targets {
    bool due;
    int line;
  };

  bool check_mixture(const Element& element, const model::Target& target,
                     const std::string& strand);
  bool add(const Element& element, const std::string& strand, int year, Kind kind);

  const ContractReading& reading_;
  std::map<std::pair<std::string, int>, Statement> by_year_;
  std::map<std::string, Targets> targets_of_;
};

void Statements::add_target(const Element& element, const model::Target& target) {
  for (const std::string& strand : reading_.meant_strands(target.strand)) {
    if (!check_mixture(element, target, strand)) return;
    if (!add(element, strand, target.year, Kind::target)) return;
  }
}

/// A due date makes one target; it does not go with targets by year.
bool Statements::check_mixture(const Element& element, const model::Target& target,
                               const std::string& strand) {
  const bool due = target.due.has_value();
  const auto [first, is_new] = targets_of_.emplace(strand, Targets{due, target.where.line});
  if (is_new || (!due && !first->second.due)) return true;
  element.error("contract.mixed_targets", due ? "due" : "",
                message("line {0} gives a target already, and a target with a due date is the "
                        "only one of its indicator",
                        first->second.line),
                message("keep the due date, or give one target for each year"));
  return false;
}

void Statements::add_follow_up(const Element& element, const model::FollowUp& follow_up) {
  if (!reading_.period_known) return;
  const model::Contract& contract = reading_.contract;
  const int first = follow_up.first_year.value_or(contract.first_year());
  const int last = follow_up.last_year.value_or(contract.last_year());
  const Kind kind =
      follow_up.kind == model::FollowUp::Kind::observed ? Kind::observed : Kind::pending;
  for (const std::string& strand : reading_.meant_strands(follow_up.strand)) {
    for (int year = first; year <= last; ++year) {
      if (!add(element, strand, year, kind)) return;
    }
  }
}

/// False when something else was said already, which is reported.
bool Statements::add(const Element& element, const std::string& strand, int year, Kind kind) {
  const auto [entry, is_new] =
      by_year_.emplace(std::pair{strand, year}, Statement{kind, element.where().line});
  const Statement& earlier = entry->second;
  if (is_new || (earlier.kind == kind && kind != Kind::target)) return true;
  if (earlier.kind == kind) {
    element.error("contract.duplicate_target", "",
                  message("line {0} gives a target for {1} already", earlier.line, year),
                  element.has("contract-year")
                      ? message("keep one of the two: a contract year counts for the calendar "
                                "year in which it ends")
                      : message("keep one of the two"));
  } else {
    element.error("contract.contradiction", "",
                  message("line {0} says something else of {1}", earlier.line, year),
                  message("in one year an indicator has a target, or is observed only, or waits "
                          "for its target"));
  }
  return false;
}

// --- Reading ------------------------------------------------------------------------------

void check_baseline(const Element& element) {
  const bool numerator = element.has("numerator");
  const bool denominator = element.has("denominator");
  if (numerator && element.lacks("denominator")) {
    element.error("contract.baseline_incomplete", "numerator",
                  message("the baseline has a numerator and no denominator"),
                  message("add the denominator, or give the value instead"));
  } else if (denominator && element.lacks("numerator")) {
    element.error("contract.baseline_incomplete", "denominator",
                  message("the baseline has a denominator and no numerator"),
                  message("add the numerator, or give the value instead"));
  } else if (!numerator && !denominator && element.lacks("value")) {
    element.error("contract.baseline_incomplete", "", message("the baseline has no value"),
                  message("write value=\"…\", or numerator=\"…\" denominator=\"…\""));
  }
}

void check_only_baseline(const ContractReading& reading, const Element& element,
                         const std::string& stated, std::map<std::string, int>& lines) {
  for (const std::string& strand : reading.meant_strands(stated)) {
    const auto [earlier, is_new] = lines.emplace(strand, element.where().line);
    if (is_new) continue;
    return element.error("contract.duplicate_baseline", "",
                         message("line {0} gives a baseline already", earlier->second),
                         message("keep one of the two"));
  }
}

void read_baselines(const ContractReading& reading, const Element& element,
                    const model::Indicator* indicator, model::Selection& selection) {
  std::map<std::string, int> lines;
  for (const Element& child : element.children("baseline")) {
    check_baseline(child);
    if (indicator != nullptr) check_amount(child, "value", *indicator);
    const auto strand = read_strand(reading, child);
    model::Baseline baseline = {strand.value_or(""),
                                child.amount("value"),
                                child.decimal("numerator"),
                                child.decimal("denominator"),
                                child.date("date"),
                                child.text("source"),
                                child.where()};
    if (strand) check_only_baseline(reading, child, *strand, lines);
    selection.baselines.push_back(std::move(baseline));
  }
}

std::optional<model::FollowUp> read_follow_up(const ContractReading& reading,
                                              const Element& element) {
  model::FollowUp follow_up;
  if (element.name() == "target-pending") follow_up.kind = model::FollowUp::Kind::target_pending;
  const auto strand = read_strand(reading, element);
  follow_up.strand = strand.value_or("");
  follow_up.first_year = element.integer("from");
  follow_up.last_year = element.integer("to");
  follow_up.amendment = element.text("amendment");
  follow_up.where = element.where();
  const bool inside = check_year(reading, element, "from", "contract.years_outside_period") &&
                      check_year(reading, element, "to", "contract.years_outside_period");
  if (!inside || !strand || element.garbled("from") || element.garbled("to")) return std::nullopt;
  if (follow_up.first_year && follow_up.last_year && *follow_up.first_year > *follow_up.last_year) {
    element.error("contract.years_reversed", "to",
                  message("the last year, {0}, is before the first, {1}", *follow_up.last_year,
                          *follow_up.first_year),
                  message("exchange them, or correct one"));
    return std::nullopt;
  }
  return follow_up;
}

/// False when there is nothing to keep.
template <class Entry>
bool keep(const std::optional<Entry>& entry, std::vector<Entry>& entries) {
  if (entry) entries.push_back(*entry);
  return entry.has_value();
}

void warn_of_context(const Element& element, const model::Indicator& indicator) {
  if (indicator.kind != model::IndicatorKind::context) return;
  element.warning(
      "contract.context_target", "",
      message("the indicator \"{0}\" is shown for context: its target will not be judged",
              indicator.code),
      message("remove the target, or choose another indicator"));
}

}  // namespace

void read_figures(ContractReading& reading, const Element& element, model::Selection& selection,
                  const Origin& origin) {
  const model::Indicator* indicator = reading.definition(selection.indicator.code);
  Statements statements(reading);
  read_baselines(reading, element, indicator, selection);
  bool complete = true;
  for (const Element& child : element.children()) {
    if (child.name() == "target") {
      if (indicator != nullptr) warn_of_context(child, *indicator);
      const auto target = read_target(reading, child, indicator, origin);
      if (target) statements.add_target(child, *target);
      complete = keep(target, selection.targets) && complete;
    } else if (child.name() == "observed-only" || child.name() == "target-pending") {
      const auto follow_up = read_follow_up(reading, child);
      if (follow_up) statements.add_follow_up(child, *follow_up);
      complete = keep(follow_up, selection.follow_ups) && complete;
    }
  }
  if (!complete) reading.incomplete.insert(selection.indicator.code);
}

}  // namespace cpom::xml
