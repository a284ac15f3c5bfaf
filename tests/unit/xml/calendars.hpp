/// Steps of the shipped models' calendars in the notation of the tables of facts.
#pragma once

#include <string>
#include <variant>

#include "unit/xml/shipped.hpp"

namespace cpom::test {

inline std::string text(const model::Moment& moment) {
  const auto* relative = std::get_if<RelativeDate>(&moment);
  return relative != nullptr ? text_of(*relative) : iso_text(std::get<Date>(moment));
}

/// When the step is, in the notation of the table.
inline std::string when(const model::Step& step) {
  if (step.event) return std::string(model::word_of(*step.event));
  const std::string& other = step.after.empty() ? step.before : step.after;
  if (!other.empty() && step.days) {
    return other + (step.after.empty() ? "-" : "+") + std::to_string(*step.days) + "d";
  }
  if (!other.empty()) return (step.after.empty() ? "before " : "after ") + other;
  if (!step.from) return step.to ? text(*step.to) : "-";
  return text(*step.from) + "/" + (step.to ? text(*step.to) : "");
}

}  // namespace cpom::test
