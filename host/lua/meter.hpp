/// What foreign code may spend in one run, and what it has spent.
#pragma once

#include <cstddef>
#include <string>

#include <lua.h>

#include "base/diagnostic.hpp"

namespace cpom::lua {

/// Every limit is a count of what the code itself does, never of time or of what the garbage
/// collector makes of it: the same code stops at the same place on every machine.
struct Limits {
  /// Instructions of the virtual machine, and what library functions charge instead of them.
  long instructions = 1'000'000;
  /// Bytes asked for in all, freed or not.
  std::size_t memory_bytes = std::size_t{32} * 1024 * 1024;
  /// Length of any one text.
  std::size_t text_bytes = std::size_t{64} * 1024;
};

/// Counts for one Lua state. Closed while the host works, open while foreign code runs.
class Meter {
 public:
  /// What ran out. `depth`: too many nested calls; `keys`: too many keys in one table; `state`: the
  /// memory of the whole state.
  enum class Stop { none, instructions, memory, text, depth, keys, state };

  /// Most keys of one table besides those of a list. Keys can be chosen so that finding one takes
  /// a look at all of them.
  static constexpr std::size_t most_keys = 4096;

  Meter(std::size_t ceiling, std::size_t reserve) : ceiling_(ceiling), reserve_(reserve) {}
  Meter(const Meter&) = delete;
  Meter& operator=(const Meter&) = delete;
  ~Meter() = default;

  /// Is told before each instruction of every run from now on; the count stays the same.
  using Watcher = void (*)(lua_State* L, lua_Debug* activation, void* data);
  void watch(Watcher watcher, void* data) {
    watcher_ = watcher;
    watcher_data_ = data;
  }

  /// Begins a run: all counts at 0. Replaces the hook of \a L.
  void open(lua_State* L, const Limits& limits);
  void close() { open_ = false; }
  /// Forgets why the last run stopped.
  void reset() { stop_ = Stop::none; }
  bool is_open() const { return open_; }

  /// Adds the work of a library function; false once the run has no instructions left.
  bool charge(std::size_t units);
  /// False, and the end of the run, for a text that is too long.
  bool allows_text(std::size_t bytes);

  Stop stop() const { return stop_; }
  const Limits& limits() const { return limits_; }
  long instructions() const { return instructions_; }
  /// Bytes of the run, the refused ones included.
  std::size_t memory_bytes() const { return asked_; }
  std::size_t live_bytes() const { return live_; }
  /// Where memory ran out; no file when that could not be told.
  const Position& place() const { return place_; }

  /// Fixes the number of stack slots and gets to know the blocks that Lua keeps from one run to
  /// the next; false when it could not. Called once, in protected mode.
  bool learn_blocks(lua_State* L);

  /// A lua_Alloc; \a self is a Meter.
  static void* allocate(void* self, void* block, std::size_t old_size, std::size_t new_size);

 private:
  static void count(lua_State* L, lua_Debug* activation);
  bool grants(const void* block, std::size_t tag, std::size_t added);
  bool refuse(Stop reason, const void* block = nullptr);
  bool spent_instructions();

  std::size_t ceiling_;
  std::size_t reserve_;
  std::size_t live_ = 0;
  Limits limits_;
  bool open_ = false;
  Stop stop_ = Stop::none;
  int step_ = 1;
  Watcher watcher_ = nullptr;
  void* watcher_data_ = nullptr;
  long instructions_ = 0;
  std::size_t charged_ = 0;
  std::size_t asked_ = 0;
  Position place_;
  lua_State* state_ = nullptr;
  // The blocks of the stack and of the table of short texts. Their sizes depend on what ran
  // before, so they are no part of a run's count.
  void* stack_ = nullptr;
  void* names_ = nullptr;
  void** learning_ = nullptr;
};

}  // namespace cpom::lua
