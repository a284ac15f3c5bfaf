#include "lua/call.hpp"

#include <string>
#include <utility>

#include "lua/handles.hpp"
#include "lua/runtime_message.hpp"
#include "lua/state.hpp"
#include "lua/value.hpp"

namespace cpom::lua {
namespace {

struct Task {
  void (*work)(lua_State*, void*);
  void* data;
  std::exception_ptr thrown;
};

int run_task(lua_State* L) {
  Task& task = *static_cast<Task*>(lua_touserdata(L, 1));
  lua_settop(L, 0);
  try {
    task.work(L, task.data);
    return 0;
  } catch (const std::exception&) {
    task.thrown = std::current_exception();
  }
  lua_pushlightuserdata(L, &task);
  return lua_error(L);
}

/// Lua puts "file:line: " before its own messages; we tell the place otherwise.
std::string_view without_place(std::string_view text, const lua_Debug& activation) {
  const std::string prefix =
      std::string(activation.short_src) + ":" + std::to_string(activation.currentline) + ": ";
  if (text.starts_with(prefix)) text.remove_prefix(prefix.size());
  return text;
}

/// The innermost activation of Lua code, with its source and line.
bool innermost(lua_State* L, lua_Debug& activation) {
  for (int level = 0; lua_getstack(L, level, &activation) == 1; ++level) {
    lua_getinfo(L, "Sl", &activation);
    if (activation.currentline > 0) return true;
  }
  return false;
}

Position position_of(const lua_Debug& activation) {
  const char* const source = activation.source;
  return {*source == '@' || *source == '=' ? source + 1 : source, activation.currentline, 0};
}

/// The text of an error value. No metamethod is called for it.
Message error_text(lua_State* L, int index, const lua_Debug* activation) {
  if (lua_type(L, index) != LUA_TSTRING) {
    return message("the code raised an error that is no text, but {0}", describe(L, index));
  }
  std::string_view text = text_at(L, index);
  if (activation != nullptr) text = without_place(text, *activation);
  return runtime_message(clean_text(text));
}

int handle_error(lua_State* L) {
  Context& context = context_of(L);
  if (lua_islightuserdata(L, 1) && !context.failure) return 1;  // an exception of the host
  lua_Debug activation;
  const bool known = innermost(L, activation);
  if (!context.failure) {
    context.failure =
        Failure{Failure::Kind::error, error_text(L, 1, known ? &activation : nullptr), {}, {}};
  }
  if (known) context.failure->where = position_of(activation);
  return 1;
}

Figure figure(auto count) { return {static_cast<double>(count)}; }

Message stop_text(const Meter& meter) {
  const Limits& limits = meter.limits();
  switch (meter.stop()) {
    case Meter::Stop::instructions:
      return message("stopped after {0} instructions; the limit is {1}",
                     figure(meter.instructions()), figure(limits.instructions));
    case Meter::Stop::memory:
      return message("stopped when it asked for {0} bytes in all; the limit is {1}",
                     figure(meter.memory_bytes()), figure(limits.memory_bytes));
    case Meter::Stop::text:
      return message("stopped when it made a text of more than {0} bytes",
                     figure(limits.text_bytes));
    case Meter::Stop::keys:
      return message("stopped when it made a table of more than {0} keys",
                     figure(Meter::most_keys));
    case Meter::Stop::depth: return message("stopped because calls are nested too deeply");
    case Meter::Stop::state:
    case Meter::Stop::none: break;
  }
  return message("stopped because the memory for rules is full");
}

Message stop_remedy(Meter::Stop stop) {
  if (stop == Meter::Stop::depth) {
    return message("look for a function that calls itself without an end");
  }
  return stop == Meter::Stop::none || stop == Meter::Stop::state
             ? Message{}
             : message("look for a loop that does not end");
}

Failure failure_of_stop(const Meter& meter) {
  const bool instructions = meter.stop() == Meter::Stop::instructions;
  return {instructions ? Failure::Kind::instructions : Failure::Kind::memory, stop_text(meter),
          stop_remedy(meter.stop()), meter.place()};
}

Failure failure_of(lua_State* L, int status) {
  Context& context = context_of(L);
  if (context.meter.stop() == Meter::Stop::none) {
    if (context.failure) return *std::exchange(context.failure, std::nullopt);
    // Code may raise Lua's own message for want of memory, which then passes no handler.
    const bool pretended = status == LUA_ERRMEM;
    return {Failure::Kind::error,
            pretended ? message("not enough memory") : message("an error while handling an error"),
            {},
            {}};
  }
  Failure failure = failure_of_stop(context.meter);
  if (failure.where.file.empty() && context.failure) failure.where = context.failure->where;
  context.failure.reset();
  return failure;
}

}  // namespace

void raise_exception(lua_State* L, const std::exception& thrown) {
  raise(L, {Failure::Kind::error, message("{0}", clean_text(thrown.what())), {}, {}});
}

std::optional<Failure> detail::run_protected(lua_State* L, void (*work)(lua_State*, void*),
                                             void* data) {
  Task task{work, data, nullptr};
  Context& context = context_of(L);
  context.meter.reset();
  // None of these three pushes allocates.
  const int top = lua_gettop(L);
  lua_pushcfunction(L, handle_error);
  lua_pushcfunction(L, run_task);
  lua_pushlightuserdata(L, &task);
  const int status = lua_pcall(L, 1, 0, top + 1);
  context.meter.close();
  std::optional<Failure> failure;
  if (status != LUA_OK && !task.thrown) failure = failure_of(L, status);
  context.failure.reset();
  lua_settop(L, top);
  if (task.thrown) std::rethrow_exception(task.thrown);
  return failure;
}

Position place_of(lua_State* L) {
  lua_Debug activation;
  return innermost(L, activation) ? position_of(activation) : Position{};
}

}  // namespace cpom::lua
