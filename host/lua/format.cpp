#include "lua/format.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

#include <lauxlib.h>

#include "lua/failure.hpp"
#include "lua/value.hpp"

namespace cpom::lua {
namespace {

/// What stands between '%' and the letter.
struct Form {
  bool left = false;
  bool zeros = false;
  char sign = 0;
  std::size_t width = 0;
  std::optional<int> precision;
};

/// Up to two digits taken off \a text.
int take_number(std::string_view& text) {
  int number = 0;
  for (int i = 0; i < 2 && !text.empty() && text[0] >= '0' && text[0] <= '9'; ++i) {
    number = number * 10 + (text[0] - '0');
    text.remove_prefix(1);
  }
  return number;
}

Form take_form(std::string_view& text) {
  Form form;
  for (; !text.empty(); text.remove_prefix(1)) {
    const char flag = text[0];
    if (flag == '-') {
      form.left = true;
    } else if (flag == '0') {
      form.zeros = true;
    } else if (flag == '+' || (flag == ' ' && form.sign == 0)) {
      form.sign = flag;
    } else {
      break;
    }
  }
  form.width = static_cast<std::size_t>(take_number(text));
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    form.precision = take_number(text);
  }
  return form;
}

std::string with_sign(std::string text, const Form& form) {
  if (form.sign != 0 && !text.starts_with('-')) text.insert(text.begin(), form.sign);
  return text;
}

std::string decimal(double number, std::chars_format notation, const Form& form) {
  if (std::isnan(number)) return "nan";
  if (std::isinf(number)) return with_sign(number > 0 ? "inf" : "-inf", form);
  std::array<char, 512> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, notation,
                                 form.precision.value_or(6))
                       .ptr;
  return with_sign({buffer.data(), end}, form);
}

std::string padded(std::string text, const Form& form, bool is_number) {
  if (text.size() >= form.width) return text;
  const std::size_t missing = form.width - text.size();
  if (form.left) return text + std::string(missing, ' ');
  if (!form.zeros || !is_number) return std::string(missing, ' ') + text;
  const std::size_t digits = text[0] >= '0' && text[0] <= '9' ? 0 : 1;
  return text.insert(digits, missing, '0');
}

std::string_view plain_text(lua_State* L, int index) {
  if (lua_isboolean(L, index)) return lua_toboolean(L, index) != 0 ? "true" : "false";
  if (lua_isnil(L, index)) return "nil";
  luaL_checkstring(L, index);
  return text_at(L, index);
}

/// The text that argument \a index takes in a form that ends with \a letter.
std::string formatted(lua_State* L, int index, char letter, const Form& form) {
  switch (letter) {
    case 'd':
      return padded(with_sign(std::to_string(luaL_checkinteger(L, index)), form), form, true);
    case 'f':
      return padded(decimal(luaL_checknumber(L, index), std::chars_format::fixed, form), form,
                    true);
    case 'g':
      return padded(decimal(luaL_checknumber(L, index), std::chars_format::general, form), form,
                    true);
    case 's': {
      const std::string_view text = plain_text(L, index);
      const auto limit = form.precision ? static_cast<std::size_t>(*form.precision) : text.size();
      return padded(std::string(text.substr(0, limit)), form, false);
    }
    default: break;
  }
  raise(L, {Failure::Kind::unavailable,
            message("string.format does not know %{0}", clean_text({&letter, 1})),
            message("known: {0}", "%d %s %f %g %%"),
            {}});
}

}  // namespace

int format(lua_State* L) {
  luaL_checkstring(L, 1);
  std::string_view rest = text_at(L, 1);
  std::string text;
  int argument = 1;
  while (true) {
    const std::size_t at = rest.find('%');
    text += rest.substr(0, at);
    if (at == std::string_view::npos) break;
    rest.remove_prefix(at + 1);
    if (rest.starts_with('%')) {
      text += '%';
      rest.remove_prefix(1);
      continue;
    }
    const Form form = take_form(rest);
    luaL_argcheck(L, !rest.empty(), 1, "a form ends after '%'");
    text += formatted(L, ++argument, rest[0], form);
    rest.remove_prefix(1);
    check_length(L, text.size());
    charge(L, 10);
  }
  push(L, text);
  return 1;
}

}  // namespace cpom::lua
