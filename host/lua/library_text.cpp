// string and utf8: plain texts, without patterns. What reads a text without making a new one is
// charged by its length; a new one is charged as memory.
#include "lua/library.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>

#include <lauxlib.h>

#include "base/text.hpp"
#include "lua/call.hpp"
#include "lua/failure.hpp"
#include "lua/format.hpp"
#include "lua/value.hpp"

namespace cpom::lua {
namespace {

constexpr std::size_t bytes_per_unit = 16;

std::string_view check_text(lua_State* L, int index) {
  std::size_t size = 0;
  const char* const text = luaL_checklstring(L, index, &size);
  return {text, size};
}

/// A position as rules count, from 1, or from -1 backwards, to one that counts from 0.
std::size_t start_of(lua_Integer position, std::size_t size) {
  if (position > 0) return static_cast<std::size_t>(position) - 1;
  if (position == 0 || position < -static_cast<lua_Integer>(size)) return 0;
  return size - static_cast<std::size_t>(-position);
}

std::size_t end_of(lua_Integer position, std::size_t size) {
  if (position > static_cast<lua_Integer>(size)) return size;
  if (position >= 0) return static_cast<std::size_t>(position);
  if (position < -static_cast<lua_Integer>(size)) return 0;
  return size - static_cast<std::size_t>(-position) + 1;
}

int text_len(lua_State* L) {
  lua_pushinteger(L, static_cast<lua_Integer>(check_text(L, 1).size()));
  return 1;
}

int text_sub(lua_State* L) {
  const std::string_view text = check_text(L, 1);
  const std::size_t first = start_of(luaL_checkinteger(L, 2), text.size());
  const std::size_t end = end_of(luaL_optinteger(L, 3, -1), text.size());
  push(L, first < end ? text.substr(first, end - first) : std::string_view{});
  return 1;
}

int text_byte(lua_State* L) {
  const std::string_view text = check_text(L, 1);
  const lua_Integer from = luaL_optinteger(L, 2, 1);
  const std::size_t first = start_of(from, text.size());
  const std::size_t end = end_of(luaL_optinteger(L, 3, from), text.size());
  if (first >= end) return 0;
  luaL_argcheck(L, end - first <= most_values, 3, "too many bytes at once");
  luaL_checkstack(L, most_values, nullptr);
  for (std::size_t i = first; i < end; ++i) {
    lua_pushinteger(L, static_cast<unsigned char>(text[i]));
  }
  return static_cast<int>(end - first);
}

/// Applies \a change to every byte: ASCII letters only, in any locale.
int changed_text(lua_State* L, char (*change)(char)) {
  std::string text(check_text(L, 1));
  charge(L, text.size() / bytes_per_unit);
  std::transform(text.begin(), text.end(), text.begin(), change);
  push(L, text);
  return 1;
}

int text_lower(lua_State* L) {
  return changed_text(
      L, [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
}

int text_upper(lua_State* L) {
  return changed_text(
      L, [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
}

/// string.find(text, part [, first [, true]]): \a part is looked for as it is.
int text_find(lua_State* L) {
  const std::string_view text = check_text(L, 1);
  const std::string_view part = check_text(L, 2);
  const std::size_t first = start_of(luaL_optinteger(L, 3, 1), text.size());
  const bool plain = lua_toboolean(L, 4) != 0;
  if (!plain && part.find_first_of("^$*+?.([%-") != std::string_view::npos) {
    raise(L, {Failure::Kind::unavailable,
              message("string.find knows no patterns"),
              message("write string.find(text, part, 1, true) to look for the part as it is"),
              {}});
  }
  if (first <= text.size()) {
    charge(L, (text.size() - first) * std::max<std::size_t>(part.size(), 1) / bytes_per_unit);
    if (const std::size_t at = text.find(part, first); at != std::string_view::npos) {
      lua_pushinteger(L, static_cast<lua_Integer>(at + 1));
      lua_pushinteger(L, static_cast<lua_Integer>(at + part.size()));
      return 2;
    }
  }
  lua_pushnil(L);
  return 1;
}

/// utf8.len(text): its characters, or nil and the place of the first byte that is wrong.
int characters(lua_State* L) {
  const std::string_view text = check_text(L, 1);
  charge(L, text.size() / bytes_per_unit);
  if (const auto wrong = invalid_utf8(text)) {
    lua_pushnil(L);
    lua_pushinteger(L, static_cast<lua_Integer>(*wrong + 1));
    return 2;
  }
  lua_pushinteger(L, std::count_if(text.begin(), text.end(), [](char c) {
                    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
                  }));
  return 1;
}

void append_character(std::string& text, std::uint32_t code) {
  const auto append = [&text](std::uint32_t byte) { text += static_cast<char>(byte); };
  if (code < 0x80) {
    append(code);
    return;
  }
  if (code < 0x800) {
    append(0xC0U | (code >> 6U));
  } else {
    if (code < 0x10000) {
      append(0xE0U | (code >> 12U));
    } else {
      append(0xF0U | (code >> 18U));
      append(0x80U | ((code >> 12U) & 0x3FU));
    }
    append(0x80U | ((code >> 6U) & 0x3FU));
  }
  append(0x80U | (code & 0x3FU));
}

/// utf8.char(...): the text of the characters with these codes.
int from_codes(lua_State* L) {
  std::string text;
  for (int i = 1; i <= lua_gettop(L); ++i) {
    const lua_Integer code = luaL_checkinteger(L, i);
    const bool valid = code >= 0 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
    luaL_argcheck(L, valid, i, "no such character");
    append_character(text, static_cast<std::uint32_t>(code));
  }
  push(L, text);
  return 1;
}

constexpr std::array string_entries = {
    Entry{"byte",
          guarded<text_byte>,
          {"(text: string, first?: integer, last?: integer): integer",
           "Gives the bytes of a text from one place to another.",
           "Rend les octets d'un texte, d'un rang à un autre.", R"(string.byte("A"))", "65"}},
    Entry{"find",
          guarded<text_find>,
          {"(text: string, part: string, first?: integer, plain?: boolean): integer?, integer?",
           "Gives where a part begins and ends in a text, as it is written, without patterns.",
           "Rend le début et la fin d'une partie dans un texte, telle quelle, sans motif.",
           R"(string.find("AX1.02", ".", 1, true))", "4, 4"}},
    Entry{"format",
          guarded<format>,
          {"(form: string, ...: any): string", "Makes a text of values: %d, %s, %f, %g and %%.",
           "Fait un texte de valeurs : %d, %s, %f, %g et %%.",
           R"(string.format("%d sur %d", 412, 515))", R"("412 sur 515")"}},
    Entry{"len",
          guarded<text_len>,
          {"(text: string): integer", "Gives how many bytes a text has; see utf8.len.",
           "Rend le nombre d'octets d'un texte ; voir utf8.len.", R"(string.len("abc"))", "3"}},
    Entry{"lower",
          guarded<text_lower>,
          {"(text: string): string", "Gives the text with small letters, without accents only.",
           "Rend le texte en minuscules ; les lettres accentuées restent telles quelles.",
           R"(string.lower("CPOM"))", R"("cpom")"}},
    Entry{"sub",
          guarded<text_sub>,
          {"(text: string, first: integer, last?: integer): string",
           "Gives the part of a text from one byte to another; -1 is the last.",
           "Rend la partie d'un texte d'un octet à un autre ; -1 est le dernier.",
           R"(string.sub("C.1.02", 1, 3))", R"("C.1")"}},
    Entry{"upper",
          guarded<text_upper>,
          {"(text: string): string", "Gives the text with capital letters, without accents only.",
           "Rend le texte en capitales ; les lettres accentuées restent telles quelles.",
           R"(string.upper("cpom"))", R"("CPOM")"}},
};

constexpr std::array utf8_entries = {
    Entry{"char",
          guarded<from_codes>,
          {"(...: integer): string", "Gives the text of the characters with these codes.",
           "Rend le texte des caractères de ces numéros.", "utf8.char(233)", R"("é")"}},
    Entry{"len",
          guarded<characters>,
          {"(text: string): integer?, integer?",
           "Gives how many characters a text has, or nil and the first byte that is wrong.",
           "Rend le nombre de caractères d'un texte, ou nil et le rang du premier octet faux.",
           R"(utf8.len("été"))", "3"}},
};

}  // namespace

const Library string_library = {"string", string_entries};
const Library utf8_library = {"utf8", utf8_entries};

}  // namespace cpom::lua
