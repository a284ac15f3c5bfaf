/// The steps of a contract's calendar as text: what is due, when, and by whom.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "engine/calendar.hpp"
#include "engine/due_values.hpp"
#include "report/writer.hpp"

namespace cpom::report {

struct ContractCalendar {
  const model::Model* model = nullptr;
  const model::Contract* contract = nullptr;
  std::vector<engine::DueStep> steps;
  /// Values that suppliers owe; none when the contract follows nothing.
  std::vector<engine::DueValues> values = {};
};

/// Dated steps, then those to which the texts give no date, then those on which the texts
/// contradict each other, with their sources, then the values that suppliers owe. With \a on, what
/// is open, what is past and what is late is told.
std::string calendar_report(const std::vector<ContractCalendar>& calendars, std::optional<Date> on,
                            const Style& style);

}  // namespace cpom::report
