/// What stands behind the options of a command line, read or refused with Error usage.*.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/message.hpp"

namespace cpom::cli {

using Texts = std::vector<std::string>;

/// Throws Error with code usage.\a code.
[[noreturn]] void misuse(std::string code, Message what, Message remedy);

/// The one value of an option, or nothing when it was not given. Error usage.repeated.
std::optional<std::string> single(std::string_view option, const Texts& values);

/// Throws Error usage.wrong_value, with the nearest of \a known.
[[noreturn]] void wrong_word(std::string_view option, const std::string& word, const Texts& known);

/// What \a word stands for among \a known; otherwise wrong_word.
template <class E, std::size_t N>
E choice(std::string_view option, const std::string& word,
         const std::array<std::pair<std::string_view, E>, N>& known) {
  Texts words;
  for (const auto& [name, value] : known) {
    if (name == word) return value;
    words.emplace_back(name);
  }
  wrong_word(option, word, words);
}

}  // namespace cpom::cli
