/// Sentences that are not yet in any language.
#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.hpp"

namespace cpom {

/// A number to be shown in the reader's own notation: « 50 000 », « 72,7 ».
struct Figure {
  double value = 0;
  /// Places after the comma; -1 shows as many as the number has.
  int decimals = -1;

  bool operator==(const Figure&) const = default;
};

struct Message;

using MessageArgument = std::variant<std::string, Figure, Date, std::vector<Message>>;

/// An English sentence, which is also its key in the message catalogues, with what fills its
/// {0}, {1}… A Message given as an argument is itself translated.
struct Message {
  std::string id;
  std::vector<MessageArgument> arguments;
  /// The plural form of `id`, empty when the sentence has none; `count` chooses between them.
  std::string plural_id;
  long count = 1;

  bool operator==(const Message&) const = default;
  bool empty() const { return id.empty(); }
};

namespace detail {
inline MessageArgument to_argument(std::string text) { return text; }
inline MessageArgument to_argument(std::string_view text) { return std::string(text); }
inline MessageArgument to_argument(const char* text) { return std::string(text); }
inline MessageArgument to_argument(Figure figure) { return figure; }
inline MessageArgument to_argument(Date date) { return date; }
inline MessageArgument to_argument(std::integral auto number) { return std::to_string(number); }
inline MessageArgument to_argument(Message message) {
  if (message.empty()) return std::string();
  return std::vector<Message>{std::move(message)};
}
}  // namespace detail

/// message("no indicator \"{0}\"", code). The first argument must be a literal: the message
/// catalogues are made by reading the calls. An integer is written plainly (a year, a line);
/// a quantity goes in as a Figure.
template <class... Arguments>
Message message(const char* id, Arguments&&... arguments) {
  return {id, {detail::to_argument(std::forward<Arguments>(arguments))...}, {}, 1};
}

/// plural_message("{0} line", "{0} lines", n, n).
template <class... Arguments>
Message plural_message(const char* one, const char* many, long count, Arguments&&... arguments) {
  return {one, {detail::to_argument(std::forward<Arguments>(arguments))...}, many, count};
}

}  // namespace cpom
