#include "base/names.hpp"

#include <algorithm>
#include <cstddef>

#include "base/text.hpp"

namespace cpom {
namespace {

constexpr std::size_t longest_identifier = 64;
constexpr std::size_t longest_list = 12;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The digits at the start of \a text, taken off it, without leading zeros.
std::string_view take_number(std::string_view& text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
  std::string_view number = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  text.remove_prefix(number.size());
  while (number.size() > 1 && number.front() == '0') number.remove_prefix(1);
  return number;
}

/// Edits (insertion, deletion, replacement, transposition of neighbours) from one to the other.
std::size_t distance(std::string_view from, std::string_view to) {
  std::vector<std::size_t> before_last;
  std::vector<std::size_t> last(to.size() + 1);
  for (std::size_t j = 0; j <= to.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= from.size(); ++i) {
    std::vector<std::size_t> row(to.size() + 1);
    row[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    before_last = std::move(last);
    last = std::move(row);
  }
  return last[to.size()];
}

/// Edits that a typing mistake may take; a name of one or two letters is too short to guess.
std::size_t tolerance(std::size_t length) {
  return length < 3 ? 0 : std::max<std::size_t>(1, length / 3);
}

std::string without_separators(std::string text) {
  std::erase_if(text, [](char c) { return c == '.' || c == '-' || c == '_' || c == ' '; });
  return text;
}

}  // namespace

bool is_identifier(std::string_view text) {
  return !text.empty() && text.size() <= longest_identifier &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
                  c == '.' || c == '-';
         });
}

bool natural_less(std::string_view left, std::string_view right) {
  std::string_view a = left;
  std::string_view b = right;
  while (!a.empty() && !b.empty()) {
    if (is_digit(a.front()) && is_digit(b.front())) {
      const std::string_view m = take_number(a);
      const std::string_view n = take_number(b);
      if (m.size() != n.size()) return m.size() < n.size();
      if (m != n) return m < n;
    } else {
      if (a.front() != b.front()) return a.front() < b.front();
      a.remove_prefix(1);
      b.remove_prefix(1);
    }
  }
  if (a.empty() != b.empty()) return a.empty();
  return left < right;
}

std::string nearest_name(std::string_view name, std::span<const std::string> candidates) {
  // A long wrong name is no typing mistake, and comparing it would only cost time.
  if (name.size() > 2 * longest_identifier) return {};
  const std::string wanted = folded(name);
  const std::string bare = without_separators(wanted);
  std::string nearest;
  std::size_t least = tolerance(wanted.size()) + 1;
  for (const std::string& candidate : candidates) {
    const std::string other = folded(candidate);
    if (!bare.empty() && without_separators(other) == bare) return candidate;
    if (other.size() + least <= wanted.size() || wanted.size() + least <= other.size()) continue;
    const std::size_t edits = distance(wanted, other);
    if (edits < least) {
      least = edits;
      nearest = candidate;
    }
  }
  return nearest;
}

Message suggestion(std::string_view name, std::span<const std::string> candidates) {
  const std::string nearest = nearest_name(name, candidates);
  if (!nearest.empty()) return message("did you mean \"{0}\"?", nearest);
  if (candidates.empty() || candidates.size() > longest_list) return {};
  std::string list;
  for (const std::string& candidate : candidates) {
    if (!list.empty()) list += ", ";
    list += candidate;
  }
  return message("known: {0}", list);
}

}  // namespace cpom
