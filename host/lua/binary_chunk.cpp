// The binary form of a chunk, both ways: what Lua's own ldump.c and lundump.c agree on.
#include "lua/bytecode.hpp"

#include <cstdlib>
#include <cstring>
#include <stdexcept>
#include <utility>

namespace cpom::lua {
namespace {

// Version 5.4, format 0, and bytes that a transfer as text would damage.
constexpr char start[] = LUA_SIGNATURE
    "\x54"
    "\0"
    "\x19\x93\r\n\x1a\n";
constexpr std::string_view signature(start, sizeof start - 1);
constexpr lua_Integer check_integer = 0x5678;
constexpr lua_Number check_number = 370.5;

// Tags of constants.
constexpr std::uint8_t tag_nil = 0x00;
constexpr std::uint8_t tag_false = 0x01;
constexpr std::uint8_t tag_true = 0x11;
constexpr std::uint8_t tag_integer = 0x03;
constexpr std::uint8_t tag_number = 0x13;
constexpr std::uint8_t tag_short_text = 0x04;
constexpr std::uint8_t tag_long_text = 0x14;
constexpr std::size_t longest_short_text = 40;

// Lines are kept as differences; one that does not fit, and one now and then, is kept whole.
constexpr std::int8_t line_is_whole = -0x80;
constexpr int largest_difference = 0x80;
constexpr int most_differences = 128;

class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  std::string_view take(std::size_t size) {
    if (size > rest_.size()) throw std::runtime_error("the binary chunk is cut short");
    const std::string_view part = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return part;
  }

  template <class T>
  T plain() {
    T value{};
    std::memcpy(&value, take(sizeof value).data(), sizeof value);
    return value;
  }

  std::size_t size() {
    std::size_t value = 0;
    while (true) {
      const auto byte = plain<std::uint8_t>();
      if (value > SIZE_MAX >> 7) throw std::runtime_error("a size is too large");
      value = value << 7 | (byte & 0x7fU);
      if ((byte & 0x80U) != 0) return value;
    }
  }

  int number() { return static_cast<int>(size()); }
  bool truth() { return plain<std::uint8_t>() != 0; }

  std::string text() {
    const std::size_t length = size();
    return length == 0 ? std::string() : std::string(take(length - 1));
  }

  template <class T, class F>
  std::vector<T> list(F&& read) {
    const std::size_t count = size();
    if (count > rest_.size()) throw std::runtime_error("the binary chunk is cut short");
    std::vector<T> all;
    all.reserve(count);
    for (std::size_t i = 0; i < count; ++i) all.push_back(read());
    return all;
  }

  bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

void check_header(Reader& reader) {
  const bool same = reader.take(signature.size()) == signature &&
                    reader.plain<std::uint8_t>() == sizeof(std::uint32_t) &&
                    reader.plain<std::uint8_t>() == sizeof(lua_Integer) &&
                    reader.plain<std::uint8_t>() == sizeof(lua_Number) &&
                    reader.plain<lua_Integer>() == check_integer &&
                    reader.plain<lua_Number>() == check_number;
  if (!same) throw std::runtime_error("not a binary chunk of this Lua");
}

Constant read_constant(Reader& reader) {
  switch (reader.plain<std::uint8_t>()) {
    case tag_nil: return {};
    case tag_false: return false;
    case tag_true: return true;
    case tag_integer: return static_cast<long long>(reader.plain<lua_Integer>());
    case tag_number: return static_cast<double>(reader.plain<lua_Number>());
    case tag_short_text:
    case tag_long_text: return reader.text();
    default: throw std::runtime_error("a constant of no known kind");
  }
}

void read_lines(Reader& reader, Function& function) {
  struct Whole {
    int at;
    int line;
  };
  const auto differences = reader.list<std::int8_t>([&] { return reader.plain<std::int8_t>(); });
  const auto whole = reader.list<Whole>([&] {
    const int at = reader.number();
    return Whole{at, reader.number()};
  });
  if (differences.size() != function.instructions.size()) return;  // stripped
  int line = function.first_line;
  auto next = whole.begin();
  for (std::size_t at = 0; at < differences.size(); ++at) {
    if (next != whole.end() && next->at == static_cast<int>(at)) {
      line = next->line;
      ++next;
    } else {
      line += differences[at];
    }
    function.instructions[at].line = line;
  }
}

Function read_function(Reader& reader);

void read_debug(Reader& reader, Function& function) {
  read_lines(reader, function);
  function.locals = reader.list<Local>([&] {
    Local local;
    local.name = reader.text();
    local.first = reader.number();
    local.last = reader.number();
    return local;
  });
  const auto names = reader.list<std::string>([&] { return reader.text(); });
  for (std::size_t i = 0; i < names.size() && i < function.upvalues.size(); ++i) {
    function.upvalues[i].name = names[i];
  }
}

/// After its source.
Function read_body(Reader& reader) {
  Function function;
  function.first_line = reader.number();
  function.last_line = reader.number();
  function.parameters = reader.plain<std::uint8_t>();
  function.vararg = reader.truth();
  function.registers = reader.plain<std::uint8_t>();
  function.instructions = reader.list<Instruction>([&] {
    return Instruction{reader.plain<std::uint32_t>(), 0};
  });
  for (const Instruction& instruction : function.instructions) {
    if (instruction.op() > Op::extra_arg) throw std::runtime_error("an unknown instruction");
  }
  function.constants = reader.list<Constant>([&] { return read_constant(reader); });
  function.upvalues = reader.list<Upvalue>([&] {
    Upvalue upvalue;
    upvalue.in_stack = reader.truth();
    upvalue.index = reader.plain<std::uint8_t>();
    upvalue.kind = reader.plain<std::uint8_t>();
    return upvalue;
  });
  function.functions = reader.list<Function>([&] { return read_function(reader); });
  read_debug(reader, function);
  return function;
}

Function read_function(Reader& reader) {
  reader.text();  // the source, of the outermost function only
  return read_body(reader);
}

class Writer {
 public:
  template <class T>
  void plain(T value) {
    std::string bytes(sizeof value, '\0');
    std::memcpy(bytes.data(), &value, sizeof value);
    bytes_ += bytes;
  }

  void byte(int value) { plain(static_cast<std::uint8_t>(value)); }
  void raw(std::string_view text) { bytes_ += text; }

  void size(std::size_t value) {
    std::string digits(1, static_cast<char>((value & 0x7fU) | 0x80U));
    while ((value >>= 7) != 0) digits.insert(digits.begin(), static_cast<char>(value & 0x7fU));
    bytes_ += digits;
  }

  void number(int value) { size(static_cast<std::size_t>(value)); }

  void text(std::string_view text) {
    size(text.size() + 1);
    bytes_ += text;
  }

  void no_text() { size(0); }

  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

void write_constant(Writer& writer, const Constant& constant) {
  if (const auto* text = std::get_if<std::string>(&constant)) {
    writer.byte(text->size() <= longest_short_text ? tag_short_text : tag_long_text);
    writer.text(*text);
  } else if (const auto* integer = std::get_if<long long>(&constant)) {
    writer.byte(tag_integer);
    writer.plain(static_cast<lua_Integer>(*integer));
  } else if (const auto* number = std::get_if<double>(&constant)) {
    writer.byte(tag_number);
    writer.plain(static_cast<lua_Number>(*number));
  } else if (const auto* truth = std::get_if<bool>(&constant)) {
    writer.byte(*truth ? tag_true : tag_false);
  } else {
    writer.byte(tag_nil);
  }
}

void write_lines(Writer& writer, const Function& function) {
  Writer whole;
  std::size_t whole_count = 0;
  int line = function.first_line;
  int since = 0;
  writer.size(function.instructions.size());
  for (std::size_t at = 0; at < function.instructions.size(); ++at) {
    const int difference = function.instructions[at].line - line;
    line = function.instructions[at].line;
    if (std::abs(difference) >= largest_difference || since++ >= most_differences) {
      whole.size(at);
      whole.number(line);
      ++whole_count;
      since = 1;
      writer.plain(line_is_whole);
    } else {
      writer.plain(static_cast<std::int8_t>(difference));
    }
  }
  writer.size(whole_count);
  writer.raw(whole.take());
}

void write_body(Writer& writer, const Function& function) {
  writer.number(function.first_line);
  writer.number(function.last_line);
  writer.byte(function.parameters);
  writer.byte(function.vararg ? 1 : 0);
  writer.byte(function.registers);
  writer.size(function.instructions.size());
  for (const Instruction& instruction : function.instructions) writer.plain(instruction.word);
  writer.size(function.constants.size());
  for (const Constant& constant : function.constants) write_constant(writer, constant);
  writer.size(function.upvalues.size());
  for (const Upvalue& upvalue : function.upvalues) {
    writer.byte(upvalue.in_stack ? 1 : 0);
    writer.byte(upvalue.index);
    writer.byte(upvalue.kind);
  }
  writer.size(function.functions.size());
  for (const Function& inner : function.functions) {
    writer.no_text();
    write_body(writer, inner);
  }
  write_lines(writer, function);
  writer.size(function.locals.size());
  for (const Local& local : function.locals) {
    writer.text(local.name);
    writer.number(local.first);
    writer.number(local.last);
  }
  writer.size(function.upvalues.size());
  for (const Upvalue& upvalue : function.upvalues) writer.text(upvalue.name);
}

}  // namespace

Chunk decode(std::string_view dump) {
  Reader reader(dump);
  check_header(reader);
  reader.plain<std::uint8_t>();  // how many upvalues the file has, told again below
  Chunk chunk;
  chunk.source = reader.text();
  chunk.main = read_body(reader);
  if (!reader.at_end()) throw std::runtime_error("the binary chunk goes on after its end");
  return chunk;
}

std::string encode(const Chunk& chunk) {
  Writer writer;
  writer.raw(signature);
  writer.byte(sizeof(std::uint32_t));
  writer.byte(sizeof(lua_Integer));
  writer.byte(sizeof(lua_Number));
  writer.plain(check_integer);
  writer.plain(check_number);
  writer.byte(static_cast<int>(chunk.main.upvalues.size()));
  writer.text(chunk.source);
  write_body(writer, chunk.main);
  return writer.take();
}

}  // namespace cpom::lua
