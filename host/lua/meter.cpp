#include "lua/meter.hpp"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <limits>

#include "lua/call.hpp"
#include "lua/state.hpp"

namespace cpom::lua {
namespace {

/// Enough for 500 nested calls of an ordinary rule, and little to copy for one instruction that
/// handles `...`.
constexpr int stack_slots = 4096;
/// Instructions between two looks at the count.
constexpr int widest_step = 1000;
/// Bytes of a text object besides the text itself.
constexpr std::size_t text_head = 25;
/// Shorter texts are shared by the whole state: whether one is new depends on what ran before.
/// They are bounded by the instructions it takes to make them.
constexpr std::size_t largest_shared_text = text_head + 40;
/// The record of a nested call, which Lua keeps for later ones.
constexpr std::size_t call_record = 64;
/// What a table takes for each of its keys.
constexpr std::size_t key_record = 24;

/// Whether a new block of this size holds the keys of a table: there are 2, 4, 8… of them.
bool holds_keys(std::size_t bytes) {
  return bytes % key_record == 0 && std::has_single_bit(bytes / key_record);
}

}  // namespace

void Meter::open(lua_State* L, const Limits& limits) {
  limits_ = limits;
  instructions_ = 0;
  charged_ = 0;
  asked_ = 0;
  stop_ = Stop::none;
  if (!place_.file.empty()) place_ = {};
  state_ = L;
  open_ = true;
  step_ = static_cast<int>(std::clamp(limits.instructions, 1L, long{widest_step}));
  if (watcher_ != nullptr) step_ = 1;
  lua_sethook(L, count, LUA_MASKCOUNT, step_);
}

void Meter::count(lua_State* L, lua_Debug* activation) {
  Meter& meter = context_of(L).meter;
  if (!meter.open_) return;
  if (meter.watcher_ != nullptr) meter.watcher_(L, activation, meter.watcher_data_);
  meter.instructions_ += meter.step_;
  if (meter.instructions_ < meter.limits_.instructions) return;
  meter.spent_instructions();
  raise_stop(L);
}

bool Meter::spent_instructions() {
  stop_ = Stop::instructions;
  // From now on every instruction stops the run again, should anything swallow the first error.
  step_ = 1;
  lua_sethook(state_, count, LUA_MASKCOUNT, step_);
  return false;
}

bool Meter::charge(std::size_t units) {
  if (!open_) return true;
  const auto left = static_cast<std::size_t>(std::max(limits_.instructions - instructions_, 0L));
  instructions_ += static_cast<long>(std::min(units, left));
  return units < left || spent_instructions();
}

bool Meter::allows_text(std::size_t bytes) {
  return !open_ || bytes <= limits_.text_bytes || refuse(Stop::text);
}

void* Meter::allocate(void* self, void* block, std::size_t old_size, std::size_t new_size) {
  Meter& meter = *static_cast<Meter*>(self);
  const std::size_t held = block == nullptr ? 0 : old_size;
  if (new_size == 0) {
    std::free(block);
    meter.live_ -= held;
    return nullptr;
  }
  const bool of_stack = block != nullptr && block == meter.stack_;
  // Lua takes it well when its stack cannot shrink; a fixed size stops nested calls at the same
  // depth whatever ran before.
  if (of_stack && new_size < held) return nullptr;
  if (new_size > held && !meter.grants(block, old_size, new_size - held)) return nullptr;
  const bool of_names = block != nullptr && block == meter.names_;
  const bool learning = meter.learning_ != nullptr && block != nullptr && new_size > held;
  void* const moved = std::realloc(block, new_size);
  if (moved == nullptr) {
    meter.refuse(Stop::state, block);
    return nullptr;
  }
  meter.live_ += new_size - held;
  if (learning) *meter.learning_ = moved;
  if (of_stack) meter.stack_ = moved;
  if (of_names) meter.names_ = moved;
  return moved;
}

/// \a tag is the type of object that a new block is for, as Lua tells it.
bool Meter::grants(const void* block, std::size_t tag, std::size_t added) {
  const std::size_t ceiling = ceiling_ + (open_ ? 0 : reserve_);
  if (live_ + added > ceiling) return refuse(Stop::state, block);
  if (stop_ == Stop::state) {  // granted after a collection
    stop_ = Stop::none;
    place_ = {};
  }
  if (!open_ || (block != nullptr && block == names_)) return true;
  if (block != nullptr && block == stack_) return refuse(Stop::depth, block);
  const bool is_text = block == nullptr && tag == LUA_TSTRING;
  if (is_text && added <= largest_shared_text) return true;
  if (block == nullptr && tag == 0) {
    if (added <= call_record) return true;
    if (added > most_keys * key_record && holds_keys(added)) return refuse(Stop::keys);
  }
  asked_ = charged_ + added;
  if (is_text && added > limits_.text_bytes + text_head) return refuse(Stop::text);
  if (asked_ > limits_.memory_bytes) return refuse(Stop::memory);
  charged_ = asked_;
  return true;
}

bool Meter::refuse(Stop reason, const void* block) {
  stop_ = reason;
  // An error for want of memory reaches no message handler: this is the moment to look. Not while
  // Lua moves its stack, when its pointers are no pointers.
  const bool moves_stack = block != nullptr && block == stack_;
  if (open_ && !moves_stack && place_.file.empty()) place_ = place_of(state_);
  return false;
}

bool Meter::learn_blocks(lua_State* L) {
  lua_gc(L, LUA_GCSTOP);
  learning_ = &stack_;
  lua_checkstack(L, stack_slots);
  learning_ = &names_;
  for (int i = 0; i < 512; ++i) {
    lua_pushfstring(L, "%d", i);
    lua_pop(L, 1);
  }
  learning_ = nullptr;
  lua_gc(L, LUA_GCRESTART);
  return stack_ != nullptr && names_ != nullptr;
}

}  // namespace cpom::lua
