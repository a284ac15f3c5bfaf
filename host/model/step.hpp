/// A step of a model's calendar: what is due, by whom, and when according to which text.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/diagnostic.hpp"
#include "model/vocabulary.hpp"

namespace cpom::model {

/// A day of the calendar, or one of every assessed year.
using Moment = std::variant<Date, RelativeDate>;

enum class StepKind { deadline, window, relative, recurring, fact };

template <>
struct Words<StepKind> {
  static constexpr std::array<std::pair<StepKind, std::string_view>, 5> list = {{
      {StepKind::deadline, "deadline"},
      {StepKind::window, "window"},
      {StepKind::relative, "relative"},
      {StepKind::recurring, "recurring"},
      {StepKind::fact, "fact"},
  }};
};

enum class StepEvent { signature, contract_start, mid_contract, contract_end };

template <>
struct Words<StepEvent> {
  static constexpr std::array<std::pair<StepEvent, std::string_view>, 4> list = {{
      {StepEvent::signature, "signature"},
      {StepEvent::contract_start, "contract_start"},
      {StepEvent::mid_contract, "mid_contract"},
      {StepEvent::contract_end, "contract_end"},
  }};
};

struct Step {
  std::string id;
  std::string label;
  StepKind kind = StepKind::deadline;
  std::vector<std::string> actors;
  /// The words of the text.
  std::string stated;
  /// First and last day; a deadline has the last alone.
  std::optional<Moment> from;
  std::optional<Moment> to;
  std::optional<StepEvent> event;
  /// Ids of the step, or the event, it follows or precedes, and the number of days between them
  /// when stated.
  std::string after;
  std::string before;
  std::optional<int> days;
  std::string scope;
  /// Id of a territory of the model: a step of its contracts only. Empty: of all.
  std::string territory;
  std::string objective;
  std::string source;
  /// Id of a step that says otherwise of the same matter.
  std::string contradicts;
  /// Name of the plugin that adds it; empty: the model itself.
  std::string plugin;
  Position where;
};

}  // namespace cpom::model
