#include "lua/syntax_message.hpp"

#include <optional>
#include <string>
#include <utility>

namespace cpom::lua {
namespace {

/// The part of \a text before \a end, which is taken off with it.
std::optional<std::string_view> until(std::string_view& text, std::string_view end) {
  const auto at = text.find(end);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view part = text.substr(0, at);
  text.remove_prefix(at + end.size());
  return part;
}

/// "'end'", "<eof>", "<name> or '...'".
Message token(std::string_view text) {
  if (const auto first = until(text, " or ")) {
    return message("{0} or {1}", token(*first), token(text));
  }
  if (text == "<eof>") return message("the end of the file");
  if (text == "<name>") return message("a name");
  if (text.size() > 2 && text.starts_with('\'') && text.ends_with('\'')) {
    return message("'{0}'", text.substr(1, text.size() - 2));
  }
  return message("{0}", text);
}

std::optional<Message> expected(std::string_view what, std::string_view rest, Message near) {
  if (rest.empty()) return message("{0} expected near {1}", token(what), std::move(near));
  if (!rest.starts_with(" (to close ") || !rest.ends_with(')')) return std::nullopt;
  rest.remove_prefix(std::string_view(" (to close ").size());
  rest.remove_suffix(1);
  const auto opened = until(rest, " at line ");
  if (!opened) return std::nullopt;
  return message("{0} expected (to close {1} at line {2}) near {3}", token(what), token(*opened),
                 rest, std::move(near));
}

std::optional<Message> found_near(std::string_view what, Message near) {
  if (what == "unexpected symbol") return message("unexpected symbol near {0}", std::move(near));
  if (what == "syntax error") return message("syntax error near {0}", std::move(near));
  if (what == "unfinished string") return message("unfinished string near {0}", std::move(near));
  if (what == "malformed number") return message("malformed number near {0}", std::move(near));
  if (what == "invalid escape sequence") {
    return message("invalid escape sequence near {0}", std::move(near));
  }
  std::string_view rest = what;
  if (const auto wanted = until(rest, " expected")) return expected(*wanted, rest, std::move(near));
  return std::nullopt;
}

}  // namespace

Message syntax_message(std::string_view text) {
  constexpr std::string_view constant = "attempt to assign to const variable '";
  if (text.starts_with(constant) && text.ends_with('\'')) {
    const auto name = text.substr(constant.size(), text.size() - constant.size() - 1);
    return message("attempt to assign to const variable '{0}'", name);
  }
  constexpr std::string_view near = " near ";
  const auto at = text.rfind(near);
  if (at == std::string_view::npos) return message("{0}", text);
  auto known = found_near(text.substr(0, at), token(text.substr(at + near.size())));
  return known ? *std::move(known) : message("{0}", text);
}

}  // namespace cpom::lua
