/// The closed lists of words that definitions use, each with its text in files.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cpom::model {

/// Which way a value gets better. Maintain: stay at least as good as the target, no progress.
enum class Direction { higher, lower, corridor, maintain };

/// Common and complementary indicators can be chosen by a contract; a context indicator is shown
/// and never judged.
enum class IndicatorKind { common, complementary, context };

/// Where a rule or a parameter comes from, from general to particular.
enum class Layer { core, model, plugin, region, contract };

/// Tone of a status or a weather level in reports.
enum class Tone { good, medium, bad, neutral };

/// How sure the reading of a text is that can hardly be read.
enum class Confidence { high, medium, low };

/// What an indicator tells of: a result, a partnership, an activity…
enum class Typology { result, partnership, activity, follow_up, process };

template <class E>
struct Words;

template <>
struct Words<Direction> {
  static constexpr std::array<std::pair<Direction, std::string_view>, 4> list = {{
      {Direction::higher, "higher"},
      {Direction::lower, "lower"},
      {Direction::corridor, "corridor"},
      {Direction::maintain, "maintain"},
  }};
};

template <>
struct Words<IndicatorKind> {
  static constexpr std::array<std::pair<IndicatorKind, std::string_view>, 3> list = {{
      {IndicatorKind::common, "common"},
      {IndicatorKind::complementary, "complementary"},
      {IndicatorKind::context, "context"},
  }};
};

template <>
struct Words<Layer> {
  static constexpr std::array<std::pair<Layer, std::string_view>, 5> list = {{
      {Layer::core, "core"},
      {Layer::model, "model"},
      {Layer::plugin, "plugin"},
      {Layer::region, "region"},
      {Layer::contract, "contract"},
  }};
};

template <>
struct Words<Tone> {
  static constexpr std::array<std::pair<Tone, std::string_view>, 4> list = {{
      {Tone::good, "good"},
      {Tone::medium, "medium"},
      {Tone::bad, "bad"},
      {Tone::neutral, "neutral"},
  }};
};

template <>
struct Words<Confidence> {
  static constexpr std::array<std::pair<Confidence, std::string_view>, 3> list = {{
      {Confidence::high, "high"},
      {Confidence::medium, "medium"},
      {Confidence::low, "low"},
  }};
};

template <>
struct Words<Typology> {
  static constexpr std::array<std::pair<Typology, std::string_view>, 5> list = {{
      {Typology::result, "result"},
      {Typology::partnership, "partnership"},
      {Typology::activity, "activity"},
      {Typology::follow_up, "follow_up"},
      {Typology::process, "process"},
  }};
};

/// The word for \a value in files: "higher".
template <class E>
constexpr std::string_view word_of(E value) {
  for (const auto& [entry, word] : Words<E>::list) {
    if (entry == value) return word;
  }
  return {};
}

template <class E>
constexpr std::optional<E> from_word(std::string_view text) {
  for (const auto& [entry, word] : Words<E>::list) {
    if (word == text) return entry;
  }
  return std::nullopt;
}

/// All words of the list, in its order.
template <class E>
std::vector<std::string> words() {
  std::vector<std::string> all;
  for (const auto& [entry, word] : Words<E>::list) all.emplace_back(word);
  return all;
}

}  // namespace cpom::model
