/// Lua compares a figure of its own with anything else by itself, and nothing can listen: so that
/// equality can be traced, it is asked for in another way.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cpom::script {

/// The names that stand for the two operators in a source whose equality is marked.
inline constexpr const char* equal_mark = "__equal__";
inline constexpr const char* unequal_mark = "__unequal__";

/// \a source with each "a == b" written "a |__equal__| b", and "a ~= b" "a |__unequal__| b": the
/// operator next in rank, which can be listened to. Lines stay where they are. Nothing when the
/// source uses that operator itself, or cannot be read.
std::optional<std::string> with_marked_equality(std::string_view source);

}  // namespace cpom::script
