#include "script/traced_numbers.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include <lauxlib.h>

#include "lua/call.hpp"
#include "lua/value.hpp"
#include "script/equality_marks.hpp"

namespace cpom::script {
namespace {

// Their addresses are keys of the registry.
const char number_key = 0;
const char equality_key = 0;
const char recorder_key = 0;

/// The content of a traced number: what Lua would have, and where it comes from.
struct Traced {
  bool is_integer = false;
  lua_Integer integer = 0;
  lua_Number number = 0;
  Operand::Origin origin = Operand::Origin::constant;
  std::size_t index = 0;
  std::size_t item = 0;
};

/// One side of an equality that waits for the other.
struct Waiting {
  bool wants_equal = true;
};

/// There are no other objects in a state that traces, and their sizes tell them apart.
template <class T>
T* object_at(lua_State* L, int index) {
  static_assert(sizeof(Traced) != sizeof(Waiting));
  if (lua_type(L, index) != LUA_TUSERDATA || lua_rawlen(L, index) != sizeof(T)) return nullptr;
  return static_cast<T*>(lua_touserdata(L, index));
}

Traced* traced_at(lua_State* L, int index) { return object_at<Traced>(L, index); }

/// [-1, +1] The number on top as a traced one.
void trace_top(lua_State* L, Operand::Origin origin, std::size_t index, std::size_t item = 0) {
  Traced made;
  made.is_integer = lua_isinteger(L, -1) != 0;
  if (made.is_integer) {
    made.integer = lua_tointeger(L, -1);
  } else {
    made.number = lua_tonumber(L, -1);
  }
  made.origin = origin;
  made.index = index;
  made.item = item;
  *static_cast<Traced*>(lua_newuserdatauv(L, sizeof(Traced), 0)) = made;
  lua_rawgetp(L, LUA_REGISTRYINDEX, &number_key);
  lua_setmetatable(L, -2);
  lua_remove(L, -2);
}

/// [-0, +1]
void push_number_of(lua_State* L, const Traced& traced) {
  if (traced.is_integer) {
    lua_pushinteger(L, traced.integer);
  } else {
    lua_pushnumber(L, traced.number);
  }
}

Recorder* recorder_of(lua_State* L) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, &recorder_key);
  auto* const recorder = static_cast<Recorder*>(lua_touserdata(L, -1));
  lua_pop(L, 1);
  return recorder;
}

/// [-0, +0] Where the Lua code stands that called the function of ours. Asking for the text of a
/// place is slow, for its line and its function it is not.
void note_place(lua_State* L, Recorder& recorder, Operation& made) {
  lua_Debug caller;
  if (lua_getstack(L, 1, &caller) == 0) return;
  lua_getinfo(L, "fl", &caller);
  const void* const function = lua_topointer(L, -1);
  if (function != recorder.function) {
    lua_getinfo(L, "S", &caller);
    auto& files = recorder.trace->files;
    const std::string file(*caller.source == '@' ? caller.source + 1 : caller.source);
    recorder.file =
        static_cast<std::size_t>(std::find(files.begin(), files.end(), file) - files.begin());
    if (recorder.file == files.size()) files.push_back(file);
    recorder.function = function;
  }
  lua_pop(L, 1);
  made.line = caller.currentline;
  made.file = recorder.file;
}

Operation& note(lua_State* L, Recorder& recorder, std::string symbol,
                std::vector<Operand> operands) {
  Operation& made = recorder.trace->operations.emplace_back();
  made.symbol = std::move(symbol);
  made.operands = std::move(operands);
  note_place(L, recorder, made);
  return made;
}

/// [-1, +1] The number on top is the result of an operation: notes it and makes it traced.
void note_result(lua_State* L, std::string symbol, std::vector<Operand> operands) {
  Recorder* const recorder = recorder_of(L);
  if (recorder == nullptr) return;
  note(L, *recorder, std::move(symbol), std::move(operands)).result = lua_tonumber(L, -1);
  trace_top(L, Operand::Origin::operation, recorder->trace->operations.size() - 1);
}

void note_truth(lua_State* L, std::string symbol, std::vector<Operand> operands, bool truth) {
  Recorder* const recorder = recorder_of(L);
  if (recorder == nullptr) return;
  note(L, *recorder, std::move(symbol), std::move(operands)).truth = truth;
}

/// Operands at 1 and 2, made plain; nothing when one of them is no number.
std::vector<Operand> two_operands(lua_State* L) {
  const auto left = make_plain(L, 1);
  const auto right = make_plain(L, 2);
  if (!left || !right) return {};
  return {*left, *right};
}

struct Arithmetic {
  const char* event;
  const char* symbol;
  int code;
};

constexpr std::array arithmetic = {
    Arithmetic{"__add", "+", LUA_OPADD},    Arithmetic{"__sub", "-", LUA_OPSUB},
    Arithmetic{"__mul", "*", LUA_OPMUL},    Arithmetic{"__div", "/", LUA_OPDIV},
    Arithmetic{"__idiv", "//", LUA_OPIDIV}, Arithmetic{"__mod", "%", LUA_OPMOD},
    Arithmetic{"__pow", "^", LUA_OPPOW},
};

/// The entry of the table is in the first upvalue. Lua's own arithmetic tells what is no number.
int calculate(lua_State* L) {
  const auto& entry =
      arithmetic.at(static_cast<std::size_t>(lua_tointeger(L, lua_upvalueindex(1))));
  lua_settop(L, 2);
  std::vector<Operand> operands = two_operands(L);
  lua_arith(L, entry.code);
  if (!operands.empty()) note_result(L, entry.symbol, std::move(operands));
  return 1;
}

int negate(lua_State* L) {
  lua_settop(L, 1);
  const auto operand = make_plain(L, 1);
  lua_arith(L, LUA_OPUNM);
  note_result(L, "negative", {*operand});
  return 1;
}

int compare(lua_State* L, const char* symbol, int code) {
  lua_settop(L, 2);
  std::vector<Operand> operands = two_operands(L);
  const bool truth = lua_compare(L, 1, 2, code) != 0;
  if (!operands.empty()) note_truth(L, symbol, std::move(operands), truth);
  lua_pushboolean(L, truth ? 1 : 0);
  return 1;
}

int less(lua_State* L) { return compare(L, "<", LUA_OPLT); }
int less_or_equal(lua_State* L) { return compare(L, "<=", LUA_OPLE); }
int equal(lua_State* L) { return compare(L, "==", LUA_OPEQ); }

int concatenate(lua_State* L) {
  lua_settop(L, 2);
  make_plain(L, 1);
  make_plain(L, 2);
  lua_concat(L, 2);
  return 1;
}

/// a | mark, then (a | mark) | b. The mark is a Waiting without a left side.
int ask_equality(lua_State* L) {
  lua_settop(L, 2);
  if (const Waiting* const mark = object_at<Waiting>(L, 2)) {
    *static_cast<Waiting*>(lua_newuserdatauv(L, sizeof(Waiting), 1)) = *mark;
    lua_rawgetp(L, LUA_REGISTRYINDEX, &equality_key);
    lua_setmetatable(L, -2);
    lua_pushvalue(L, 1);
    lua_setiuservalue(L, -2, 1);
    return 1;
  }
  const Waiting* const waiting = object_at<Waiting>(L, 1);
  if (waiting == nullptr) return luaL_error(L, "bitwise operation on a traced number");
  lua_getiuservalue(L, 1, 1);
  const bool wants_equal = waiting->wants_equal;
  lua_replace(L, 1);
  const bool any = traced_at(L, 1) != nullptr || traced_at(L, 2) != nullptr;
  std::vector<Operand> operands;
  if (any) operands = two_operands(L);
  const bool truth = lua_compare(L, 1, 2, LUA_OPEQ) != 0;
  if (!operands.empty()) note_truth(L, "==", std::move(operands), truth);
  lua_pushboolean(L, truth == wants_equal ? 1 : 0);
  return 1;
}

/// Calls the function of the first upvalue with plain numbers; a number it gives is the result of
/// an operation of the name in the second.
int see_through(lua_State* L) {
  const int count = lua_gettop(L);
  std::vector<Operand> operands;
  bool any = false;
  for (int i = 1; i <= count; ++i) {
    any = any || traced_at(L, i) != nullptr;
    if (const auto operand = make_plain(L, i)) operands.push_back(*operand);
  }
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  lua_call(L, count, 1);
  if (any && lua_type(L, -1) == LUA_TNUMBER) {
    note_result(L, std::string(lua::text_at(L, lua_upvalueindex(2))), std::move(operands));
  }
  return 1;
}

/// [-0, +0] Puts functions that see through into the place of those in the table on top.
void wrap_functions(lua_State* L, const std::string& prefix) {
  const int table = lua_gettop(L);
  lua_pushnil(L);
  while (lua_next(L, table) != 0) {
    if (!lua_isfunction(L, -1)) {
      lua_pop(L, 1);
      continue;
    }
    lua::push(L, std::string_view(prefix + std::string(lua::text_at(L, -2))));
    lua_pushcclosure(L, lua::guarded<see_through>, 2);
    lua_pushvalue(L, -2);
    lua_insert(L, -2);
    lua_rawset(L, table);
  }
}

/// [-0, +1] What the value on top shows of itself by its __index.
void push_shown(lua_State* L) {
  lua_getmetatable(L, -1);
  lua_pushliteral(L, "__index");
  lua_rawget(L, -2);
  lua_remove(L, -2);
}

void wrap_libraries(lua_State* L, const lua::Sandbox& sandbox) {
  sandbox.load(L, "return nil", "");
  lua_getupvalue(L, -1, 1);
  push_shown(L);
  const int globals = lua_gettop(L);
  for (const char* const library : {"math", "cpom", "string", "utf8"}) {
    lua::push_field(L, globals, library);
    push_shown(L);
    wrap_functions(L, std::string(library) + ".");
    lua_pop(L, 2);
  }
  for (const char* const name : {"type", "tostring", "tonumber"}) {
    lua::push_field(L, globals, name);
    lua_pushstring(L, name);
    lua_pushcclosure(L, lua::guarded<see_through>, 2);
    lua_pushstring(L, name);
    lua_insert(L, -2);
    lua_rawset(L, globals);
  }
  for (const auto& [name, wants_equal] : {std::pair{equal_mark, true}, {unequal_mark, false}}) {
    lua_pushstring(L, name);
    static_cast<Waiting*>(lua_newuserdatauv(L, sizeof(Waiting), 1))->wants_equal = wants_equal;
    lua_rawgetp(L, LUA_REGISTRYINDEX, &equality_key);
    lua_setmetatable(L, -2);
    lua_rawset(L, globals);
  }
  lua_settop(L, globals - 3);
}

void set_event(lua_State* L, const char* event, lua_CFunction function) {
  lua_pushcfunction(L, function);
  lua_setfield(L, -2, event);
}

}  // namespace

void prepare_tracing(lua_State* L, const lua::Sandbox& sandbox) {
  lua_newtable(L);
  for (std::size_t i = 0; i < arithmetic.size(); ++i) {
    lua_pushinteger(L, static_cast<lua_Integer>(i));
    lua_pushcclosure(L, lua::guarded<calculate>, 1);
    lua_setfield(L, -2, arithmetic.at(i).event);
  }
  set_event(L, "__unm", lua::guarded<negate>);
  set_event(L, "__lt", lua::guarded<less>);
  set_event(L, "__le", lua::guarded<less_or_equal>);
  set_event(L, "__eq", lua::guarded<equal>);
  set_event(L, "__concat", lua::guarded<concatenate>);
  set_event(L, "__bor", lua::guarded<ask_equality>);
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_rawsetp(L, LUA_REGISTRYINDEX, &number_key);
  lua_newtable(L);
  set_event(L, "__bor", lua::guarded<ask_equality>);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &equality_key);
  // Nearly all traced numbers die young.
  lua_gc(L, LUA_GCGEN, 0, 0);
  wrap_libraries(L, sandbox);
}

void trace_to(lua_State* L, Recorder* recorder) {
  if (recorder == nullptr) {
    lua_pushnil(L);
  } else {
    lua_pushlightuserdata(L, recorder);
  }
  lua_rawsetp(L, LUA_REGISTRYINDEX, &recorder_key);
}

void push_traced(lua_State* L, const engine::Value& value, std::size_t index) {
  if (const double* number = std::get_if<double>(&value)) {
    lua_pushnumber(L, *number);
    trace_top(L, Operand::Origin::argument, index);
  } else if (const auto* numbers = std::get_if<std::vector<double>>(&value)) {
    lua_createtable(L, static_cast<int>(numbers->size()), 0);
    lua_Integer item = 0;
    for (const double each : *numbers) {
      lua_pushnumber(L, each);
      trace_top(L, Operand::Origin::argument, index, static_cast<std::size_t>(item) + 1);
      lua_rawseti(L, -2, ++item);
    }
  } else if (const bool* truth = std::get_if<bool>(&value)) {
    lua::push(L, *truth);
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    lua::push(L, std::string_view(*text));
  } else {
    lua_pushnil(L);
  }
}

std::optional<Operand> make_plain(lua_State* L, int index) {
  const int at = lua_absindex(L, index);
  if (const Traced* const traced = traced_at(L, at)) {
    const Traced content = *traced;
    push_number_of(L, content);
    lua_replace(L, at);
    return Operand{content.origin, lua_tonumber(L, at), content.index, content.item};
  }
  if (lua_type(L, at) != LUA_TNUMBER) return std::nullopt;
  return Operand{Operand::Origin::constant, lua_tonumber(L, at), 0, 0};
}

}  // namespace cpom::script
