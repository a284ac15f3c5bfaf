#include "lua/runtime_message.hpp"

#include <optional>
#include <string>

namespace cpom::lua {
namespace {

/// Takes \a start off \a text, if it begins so.
bool skip(std::string_view& text, std::string_view start) {
  if (!text.starts_with(start)) return false;
  text.remove_prefix(start.size());
  return true;
}

/// The part of \a text before \a end, which is taken off with it.
std::optional<std::string_view> until(std::string_view& text, std::string_view end) {
  const auto at = text.find(end);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view part = text.substr(0, at);
  text.remove_prefix(at + end.size());
  return part;
}

std::optional<Message> type_name(std::string_view type) {
  if (type == "nil") return message("nil");
  if (type == "number") return message("number");
  if (type == "string") return message("string");
  if (type == "boolean") return message("boolean");
  if (type == "table") return message("table");
  if (type == "function") return message("function");
  return std::nullopt;
}

/// " (local 'x')", or nothing at all.
std::optional<Message> variable(std::string_view text) {
  if (text.empty()) return Message{};
  if (!skip(text, " (") || !text.ends_with("')")) return std::nullopt;
  text.remove_suffix(2);
  const auto kind = until(text, " '");
  if (!kind) return std::nullopt;
  const std::string name(text);
  if (*kind == "local") return message(" (local '{0}')", name);
  if (*kind == "upvalue") return message(" (upvalue '{0}')", name);
  if (*kind == "global") return message(" (global '{0}')", name);
  if (*kind == "field") return message(" (field '{0}')", name);
  if (*kind == "method") return message(" (method '{0}')", name);
  if (*kind == "constant") return message(" (constant '{0}')", name);
  return std::nullopt;
}

/// What was tried with a value of the wrong type, in words that hold the type and the variable.
std::optional<Message> misuse(std::string_view text) {
  const auto with_value = [&](auto make) -> std::optional<Message> {
    if (!skip(text, "a ")) return std::nullopt;
    const auto type = until(text, " value");
    if (!type) return std::nullopt;
    auto name = type_name(*type);
    auto what = variable(text);
    if (!name || !what) return std::nullopt;
    return make(*std::move(name), *std::move(what));
  };
  if (skip(text, "index ")) {
    return with_value([](Message type, Message what) {
      return message("attempt to index a {0} value{1}", std::move(type), std::move(what));
    });
  }
  if (skip(text, "call ")) {
    return with_value([](Message type, Message what) {
      return message("attempt to call a {0} value{1}", std::move(type), std::move(what));
    });
  }
  if (skip(text, "perform arithmetic on ")) {
    return with_value([](Message type, Message what) {
      return message("attempt to perform arithmetic on a {0} value{1}", std::move(type),
                     std::move(what));
    });
  }
  if (skip(text, "concatenate ")) {
    return with_value([](Message type, Message what) {
      return message("attempt to concatenate a {0} value{1}", std::move(type), std::move(what));
    });
  }
  if (skip(text, "get length of ")) {
    return with_value([](Message type, Message what) {
      return message("attempt to get length of a {0} value{1}", std::move(type), std::move(what));
    });
  }
  return std::nullopt;
}

std::optional<Message> comparison(std::string_view text) {
  if (skip(text, "two ")) {
    const auto type = until(text, " values");
    auto name = type && text.empty() ? type_name(*type) : std::nullopt;
    if (!name) return std::nullopt;
    return message("attempt to compare two {0} values", *std::move(name));
  }
  const auto left = until(text, " with ");
  if (!left) return std::nullopt;
  auto one = type_name(*left);
  auto other = type_name(text);
  if (!one || !other) return std::nullopt;
  return message("attempt to compare {0} with {1}", *std::move(one), *std::move(other));
}

std::optional<Message> parsed(std::string_view text) {
  if (text == "attempt to perform 'n//0'") return message("attempt to perform 'n//0'");
  if (text == "attempt to perform 'n%%0'") return message("attempt to perform 'n%%0'");
  if (text == "number has no integer representation") {
    return message("number has no integer representation");
  }
  if (!skip(text, "attempt to ")) return std::nullopt;
  if (skip(text, "compare ")) return comparison(text);
  return misuse(text);
}

}  // namespace

Message runtime_message(std::string_view text) {
  auto known = parsed(text);
  return known ? *std::move(known) : message("{0}", text);
}

}  // namespace cpom::lua
