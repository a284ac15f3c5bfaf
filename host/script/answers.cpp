#include "script/answers.hpp"

#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "lua/failure.hpp"
#include "lua/value.hpp"

namespace cpom::script {
namespace {

using engine::Answer;
using engine::Rule;
using engine::RuleKind;
using engine::Value;

/// Longest id of a status or a weather level.
constexpr std::size_t longest_id = 64;
/// Longest text of a column, of a section, in bytes.
constexpr std::size_t longest_cell = 500;
constexpr std::size_t longest_section = std::size_t{16} * 1024;

void fail(const Rule& rule, Answer& answer, Message what) {
  answer.failure.push_back({Severity::error, "rule.result", rule.where,
                            message("rule {0} returned {1}", rule.id, std::move(what)),
                            expected_answer(rule.kind)});
}

std::optional<Value> number_at(lua_State* L, int index) {
  if (lua_type(L, index) != LUA_TNUMBER) return std::nullopt;
  const double number = lua_tonumber(L, index);
  return std::isfinite(number) ? std::optional<Value>(number) : std::nullopt;
}

std::optional<Value> truth_at(lua_State* L, int index) {
  if (lua_type(L, index) != LUA_TBOOLEAN) return std::nullopt;
  return Value(lua_toboolean(L, index) != 0);
}

std::optional<Value> id_at(lua_State* L, int index) {
  if (lua_type(L, index) != LUA_TSTRING) return std::nullopt;
  const std::string_view text = lua::text_at(L, index);
  if (text.empty() || text.size() > longest_id) return std::nullopt;
  return Value(lua::clean_text(text));
}

std::optional<Value> rank_at(lua_State* L, int index) {
  const auto rank = number_at(L, index);
  if (!rank) return std::nullopt;
  const double number = std::get<double>(*rank);
  return number >= 1 && number == std::floor(number) ? rank : std::nullopt;
}

std::optional<Value> number_or_text_at(lua_State* L, int index) {
  if (lua_type(L, index) != LUA_TSTRING) return number_at(L, index);
  const std::string_view text = lua::text_at(L, index);
  if (text.empty() || text.size() > longest_cell) return std::nullopt;
  return Value(lua::clean_text(text, longest_cell));
}

/// A text whose lines are kept.
std::optional<Value> lines_at(lua_State* L, int index) {
  if (lua_type(L, index) != LUA_TSTRING) return std::nullopt;
  std::string_view rest = lua::text_at(L, index);
  if (rest.empty() || rest.size() > longest_section) return std::nullopt;
  std::string text;
  while (true) {
    const auto end = rest.find('\n');
    text += lua::clean_text(rest.substr(0, end), longest_section);
    if (end == std::string_view::npos) return Value(std::move(text));
    text += '\n';
    rest.remove_prefix(end + 1);
  }
}

std::optional<Value> first_value(lua_State* L, int index, RuleKind kind) {
  switch (kind) {
    case RuleKind::compute:
    case RuleKind::rollup: return number_at(L, index);
    case RuleKind::check:
    case RuleKind::validate: return truth_at(L, index);
    case RuleKind::term: return rank_at(L, index);
    case RuleKind::column: return number_or_text_at(L, index);
    case RuleKind::section: return lines_at(L, index);
    default: return id_at(L, index);
  }
}

std::optional<Value> second_value(lua_State* L, int index, RuleKind kind) {
  if (lua_isnil(L, index)) return Value();
  if (kind == RuleKind::compute) return truth_at(L, index);
  if (kind == RuleKind::check || kind == RuleKind::section) return number_at(L, index);
  return std::nullopt;
}

void read_reason(lua_State* L, int index, const Rule& rule, Answer& answer) {
  if (lua_isnil(L, index)) {
    fail(rule, answer, message("nothing, without a reason"));
  } else if (lua_type(L, index) != LUA_TSTRING || lua_rawlen(L, index) == 0) {
    fail(rule, answer, message("nothing, and {0} as the reason", lua::describe(L, index)));
  } else {
    answer.reason = lua::clean_text(lua::text_at(L, index));
  }
}

bool is_false(lua_State* L, int index) {
  return lua_isboolean(L, index) && lua_toboolean(L, index) == 0;
}

/// What a validate rule finds wrong.
void read_fault(lua_State* L, int index, const Rule& rule, Answer& answer) {
  if (lua_type(L, index) != LUA_TSTRING || lua_rawlen(L, index) == 0) {
    fail(rule, answer, message("{0}, then {1}", "false", lua::describe(L, index)));
    return;
  }
  answer.first = false;
  answer.reason = lua::clean_text(lua::text_at(L, index));
}

}  // namespace

Message expected_answer(RuleKind kind) {
  switch (kind) {
    case RuleKind::compute:
      return message("return a number (and whether its constraint is kept), or nil and a reason");
    case RuleKind::check:
      return message("return true or false and the progress in percent, or nil and a reason");
    case RuleKind::classify: return message("return the id of a status, or nil and a reason");
    case RuleKind::rollup: return message("return a number, or nil and a reason");
    case RuleKind::term:
      return message("return the rank of a status, 1 for the first, or nil and a reason");
    case RuleKind::validate: return message("return true, or false and what is wrong");
    case RuleKind::column:
      return message("return a number or a text of one line, or nil and a reason");
    case RuleKind::section:
      return message("return a text and perhaps a number, or nil and a reason");
    default: return message("return the id of a weather level, or nil and a reason");
  }
}

void read_answer(lua_State* L, const Rule& rule, Answer& answer) {
  const int first = lua_gettop(L) - results_asked + 1;
  const int second = first + 1;
  if (!lua_isnil(L, first + 2)) {
    fail(rule, answer, message("more than two values"));
  } else if (lua_isnil(L, first) && rule.kind != RuleKind::validate) {
    read_reason(L, second, rule, answer);
  } else if (is_false(L, first) && rule.kind == RuleKind::validate) {
    read_fault(L, second, rule, answer);
  } else if (auto value = first_value(L, first, rule.kind)) {
    if (auto more = second_value(L, second, rule.kind)) {
      answer.first = *std::move(value);
      answer.second = *std::move(more);
    } else {
      fail(rule, answer,
           message("{0}, then {1}", lua::describe(L, first), lua::describe(L, second)));
    }
  } else {
    fail(rule, answer, lua::describe(L, first));
  }
}

}  // namespace cpom::script
