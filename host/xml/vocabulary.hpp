/// What the vocabularies of the kinds of document have in common.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "xml/grammar.hpp"

namespace cpom::xml {

using Attributes = std::vector<AttributeRule>;
inline constexpr bool required = true;

inline Slot one(std::string_view element) { return {{element}, true, false}; }
inline Slot maybe(std::string_view element) { return {{element}, false, false}; }
inline Slot some(std::string_view element) { return {{element}, true, true}; }
inline Slot any(std::vector<std::string_view> elements) {
  return {std::move(elements), false, true};
}

inline Attributes operator+(Attributes first, const Attributes& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

using Rules = std::vector<ElementRule>;

inline Rules operator+(Rules first, const Rules& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

/// An element that holds any number of \a element and nothing else.
ElementRule list_of(std::string_view name, std::string_view element);

Attributes label_of_id();

/// How an indicator is measured: what a placeholder leaves open.
Attributes measure(bool is_required);

/// What models and contracts both may say of an indicator.
Attributes circumstances();

ElementRule parameter(bool lockable);

/// <bands> and what it holds.
Rules band_rules();

/// What a model and a catalogue both hold, below their root: from <statuses> to <calendar>.
Rules catalogue_rules();

}  // namespace cpom::xml
