#include <algorithm>
#include <utility>

#include "base/number.hpp"
#include "xml/contract_reading.hpp"

namespace cpom::xml {
namespace {

constexpr const char* outside_period = "contract.target_outside_period";

// --- Years --------------------------------------------------------------------------------

bool read_due_date(const ContractReading& reading, const Element& element, model::Target& target) {
  target.due = element.date("due");
  if (!target.due) return false;
  target.year = year_of(*target.due);
  const model::Contract& contract = reading.contract;
  if (!reading.period_known) return true;
  if (*target.due >= contract.start && *target.due <= contract.end) return true;
  element.error(outside_period, "due",
                message("{0} is outside the period of the contract", *target.due),
                message("it goes from {0} to {1}", contract.start, contract.end));
  return false;
}

bool read_contract_year(const ContractReading& reading, const Element& element,
                        model::Target& target) {
  target.contract_year = element.integer("contract-year").value_or(0);
  if (target.contract_year == 0 || !reading.period_known) return false;
  if (!check_contract_year(reading, element)) return false;
  target.year = reading.contract.calendar_year(target.contract_year);
  return true;
}

bool read_calendar_year(const ContractReading& reading, const Element& element,
                        model::Target& target) {
  target.year = element.integer("year").value_or(0);
  return target.year != 0 && check_year(reading, element, "year", outside_period);
}

// --- Values -------------------------------------------------------------------------------

void check_decimals(const Element& element, const char* attribute,
                    const model::Indicator& indicator) {
  const auto value = element.amount(attribute);
  if (!value || round_half_away(*value, indicator.decimals) == *value) return;
  element.warning(
      "contract.target_decimals", attribute,
      plural_message("the target {0} is finer than the values of the indicator "
                     "\"{1}\", which are rounded to {2} decimal",
                     "the target {0} is finer than the values of the indicator "
                     "\"{1}\", which are rounded to {2} decimals",
                     indicator.decimals, Figure{*value}, indicator.code, indicator.decimals),
      message("round the target, or give the indicator more decimals"));
}

/// A corridor has both bounds and no value, anything else a value and no bounds.
void check_shape(const Element& element, const model::Indicator& indicator) {
  const bool corridor = indicator.direction == model::Direction::corridor;
  if (corridor && element.has("value")) {
    element.error("contract.corridor_value", "value",
                  message("the indicator \"{0}\" is to stay in a corridor: its target is two "
                          "bounds, not a value",
                          indicator.code),
                  message("write minimum=\"…\" maximum=\"…\""));
  } else if (corridor && (element.lacks("minimum") || element.lacks("maximum"))) {
    element.error("contract.corridor_bounds", "",
                  message("a corridor needs both a minimum and a maximum"),
                  message("write minimum=\"…\" maximum=\"…\""));
  } else if (!corridor && (element.has("minimum") || element.has("maximum"))) {
    element.error("contract.bounds_without_corridor",
                  element.has("minimum") ? "minimum" : "maximum",
                  message("only an indicator with the direction \"corridor\" has bounds for "
                          "target; that of \"{0}\" is \"{1}\"",
                          indicator.code, model::word_of(indicator.direction)),
                  message("write value=\"…\""));
  }
}

/// \a indicator may be nullptr: the values are then not checked against it.
void read_values(const Element& element, const model::Indicator* indicator, model::Target& target) {
  target.value = element.amount("value");
  target.minimum = element.decimal("minimum");
  target.maximum = element.decimal("maximum");
  if (element.lacks("value") && element.lacks("minimum") && element.lacks("maximum")) {
    return element.error("contract.target_without_value", "", message("the target has no value"),
                         message("write value=\"…\", or minimum=\"…\" maximum=\"…\""));
  }
  if (target.minimum && target.maximum && *target.minimum > *target.maximum) {
    element.error("contract.bounds_reversed", "maximum",
                  message("the minimum {0} is greater than the maximum {1}",
                          Figure{*target.minimum}, Figure{*target.maximum}),
                  message("exchange them, or correct one"));
  }
  if (indicator == nullptr) return;
  check_shape(element, *indicator);
  for (const char* attribute : {"value", "minimum", "maximum"}) {
    check_amount(element, attribute, *indicator);
    check_decimals(element, attribute, *indicator);
  }
}

// --- Days ---------------------------------------------------------------------------------

/// A target that was not there when it was to be reached is for a person to answer for.
void check_not_over(const ContractReading& reading, const Element& element, const Days& days,
                    const Origin& origin) {
  const bool amended = !origin.amendment.empty() && origin.dated;
  // After the end of the contract every year is over; that is told of the amendment.
  if (!amended || days.last >= origin.in_force || origin.in_force > reading.contract.end) return;
  const auto warn = [&](const char* attribute, Message what) {
    element.warning("contract.retroactive_target", attribute, std::move(what),
                    message("say why in a decision, or check \"{0}\"", attribute));
  };
  if (const auto due = element.date("due")) {
    return warn("due", message("the target due on {0} is set on {1}, after that day", *due,
                               origin.in_force));
  }
  if (const auto number = element.integer("contract-year")) {
    return warn("contract-year",
                message("the target for contract year {0} is set on {1}, after that year was over",
                        *number, origin.in_force));
  }
  warn("year", message("the target for {0} is set on {1}, after that year was over",
                       element.integer("year").value_or(0), origin.in_force));
}

void check_in_strand(const ContractReading& reading, const Element& element, const Days& days,
                     const std::string& id) {
  const model::Strand* strand = id.empty() ? nullptr : reading.contract.strand(id);
  if (strand == nullptr) return;
  const Date from = strand->from.value_or(reading.contract.start);
  const Date to = strand->to.value_or(reading.contract.end);
  if (to < from || (days.last >= from && days.first <= to)) return;
  element.error("contract.target_outside_strand", "strand",
                days.first == days.last
                    ? message("{0} is outside the time of the strand \"{1}\"", days.first, id)
                    : message("the days from {0} to {1} are all outside the time of the strand "
                              "\"{2}\"",
                              days.first, days.last, id),
                message("it goes from {0} to {1}", from, to));
}

}  // namespace

std::optional<Days> days_of_target(const ContractReading& reading, const Element& element) {
  if (!reading.period_known) return std::nullopt;
  const model::Contract& contract = reading.contract;
  if (const auto due = element.date("due")) return Days{*due, *due};
  if (const auto number = element.integer("contract-year")) {
    if (*number < 1 || *number > contract.contract_years()) return std::nullopt;
    const Date first =
        *number == 1 ? contract.start : day_after(contract.end_of_contract_year(*number - 1));
    return Days{first, contract.end_of_contract_year(*number)};
  }
  const auto year = element.integer("year");
  if (!year) return std::nullopt;
  return Days{std::max(make_date(*year, 1, 1), contract.start),
              std::min(make_date(*year, 12, 31), contract.end)};
}

std::optional<model::Target> read_target_year(ContractReading& reading, const Element& element,
                                              const Origin& origin) {
  model::Target target;
  const auto strand = read_strand(reading, element);
  target.strand = strand.value_or("");
  target.amendment = origin.amendment;
  target.in_force = origin.in_force;
  target.where = element.where();
  const bool year = element.has("year");
  const bool contract_year = element.has("contract-year");
  const bool due = element.has("due");
  if (int{year} + int{contract_year} + int{due} == 1) {
    const bool right = year            ? read_calendar_year(reading, element, target)
                       : contract_year ? read_contract_year(reading, element, target)
                                       : read_due_date(reading, element, target);
    return right && strand ? std::optional(target) : std::nullopt;
  }
  const bool none = element.lacks("year") && element.lacks("contract-year") && element.lacks("due");
  if (none || year || contract_year || due) {
    element.error(
        "contract.target_year", "",
        none ? message("the target has no year") : message("the target has more than one year"),
        message("give exactly one of year=\"2024\", contract-year=\"1\" and "
                "due=\"2026-06-30\""));
  }
  return std::nullopt;
}

std::optional<model::Target> read_target(ContractReading& reading, const Element& element,
                                         const model::Indicator* indicator, const Origin& origin) {
  auto target = read_target_year(reading, element, origin);
  // Without a year the values are still checked.
  model::Target unplaced;
  read_values(element, indicator, target ? *target : unplaced);
  const auto days = days_of_target(reading, element);
  if (!target || !days) return target;
  check_not_over(reading, element, *days, origin);
  check_in_strand(reading, element, *days, target->strand);
  return target;
}

}  // namespace cpom::xml
