#include "lua/refused_names.hpp"

#include <algorithm>
#include <array>

#include "base/names.hpp"

namespace cpom::lua {
namespace {

enum class Advice {
  inputs,
  locals,
  no_code,
  reasons,
  loop,
  no_output,
  memory,
  plain_tables,
  equals,
  length,
  pairs,
  table_unpack,
  revision,
  operators,
  no_chance,
  exact,
  degrees,
  radians,
  floor,
  power,
  concat,
  plain_find,
  utf8_char,
  braces,
};

struct Refused {
  std::string_view name;
  Advice advice;
};

constexpr std::array refused_names = {
    Refused{"os", Advice::inputs},
    Refused{"io", Advice::inputs},
    Refused{"debug", Advice::locals},
    Refused{"package", Advice::no_code},
    Refused{"require", Advice::no_code},
    Refused{"dofile", Advice::no_code},
    Refused{"loadfile", Advice::no_code},
    Refused{"load", Advice::no_code},
    Refused{"loadstring", Advice::no_code},
    Refused{"module", Advice::no_code},
    Refused{"pcall", Advice::reasons},
    Refused{"xpcall", Advice::reasons},
    Refused{"coroutine", Advice::loop},
    Refused{"print", Advice::no_output},
    Refused{"warn", Advice::no_output},
    Refused{"collectgarbage", Advice::memory},
    Refused{"setmetatable", Advice::plain_tables},
    Refused{"getmetatable", Advice::plain_tables},
    Refused{"rawget", Advice::plain_tables},
    Refused{"rawset", Advice::plain_tables},
    Refused{"rawequal", Advice::equals},
    Refused{"rawlen", Advice::length},
    Refused{"next", Advice::pairs},
    Refused{"unpack", Advice::table_unpack},
    Refused{"_G", Advice::locals},
    Refused{"setfenv", Advice::locals},
    Refused{"getfenv", Advice::locals},
    Refused{"_VERSION", Advice::revision},
    Refused{"bit32", Advice::operators},
    Refused{"math.random", Advice::no_chance},
    Refused{"math.randomseed", Advice::no_chance},
    Refused{"math.exp", Advice::exact},
    Refused{"math.log", Advice::exact},
    Refused{"math.sin", Advice::exact},
    Refused{"math.cos", Advice::exact},
    Refused{"math.tan", Advice::exact},
    Refused{"math.asin", Advice::exact},
    Refused{"math.acos", Advice::exact},
    Refused{"math.atan", Advice::exact},
    Refused{"math.deg", Advice::degrees},
    Refused{"math.rad", Advice::radians},
    Refused{"math.modf", Advice::floor},
    Refused{"math.pow", Advice::power},
    Refused{"math.log10", Advice::exact},
    Refused{"string.rep", Advice::concat},
    Refused{"string.reverse", Advice::plain_find},
    Refused{"string.char", Advice::utf8_char},
    Refused{"string.dump", Advice::no_code},
    Refused{"string.match", Advice::plain_find},
    Refused{"string.gmatch", Advice::plain_find},
    Refused{"string.gsub", Advice::plain_find},
    Refused{"string.pack", Advice::concat},
    Refused{"string.packsize", Advice::concat},
    Refused{"string.unpack", Advice::plain_find},
    Refused{"table.move", Advice::loop},
    Refused{"table.pack", Advice::braces},
    Refused{"utf8.charpattern", Advice::plain_find},
    Refused{"utf8.codes", Advice::plain_find},
    Refused{"utf8.codepoint", Advice::plain_find},
    Refused{"utf8.offset", Advice::plain_find},
};

Message message_of(Advice advice) {
  switch (advice) {
    case Advice::inputs: return message("all that a rule may know stands in its \"needs\"");
    case Advice::locals: return message("declare what you need with local");
    case Advice::no_code: return message("rules load no code; to build on another rule, use base");
    case Advice::reasons:
      return message(
          "return nil and a reason where there is no result; an error stops this rule only");
    case Advice::loop: return message("use a plain loop");
    case Advice::no_output:
      return message("a rule writes nothing; it returns a result or a reason");
    case Advice::memory: return message("memory is looked after by the program");
    case Advice::plain_tables:
      return message("tables are plain here; read and write them directly");
    case Advice::equals: return message("use ==");
    case Advice::length: return message("use #");
    case Advice::pairs: return message("use pairs, which has a defined order");
    case Advice::table_unpack: return message("use table.unpack");
    case Advice::revision: return message("cpom.api tells the revision of what rules may use");
    case Advice::operators: return message("use the operators & | ~ << >>");
    case Advice::no_chance: return message("a rule gives the same answer every time");
    case Advice::exact: return message("its last digit would depend on the machine");
    case Advice::degrees: return message("use * 180 / math.pi");
    case Advice::radians: return message("use * math.pi / 180");
    case Advice::floor: return message("use math.floor and math.fmod");
    case Advice::power: return message("use ^");
    case Advice::concat: return message("table.concat and .. make texts");
    case Advice::plain_find:
      return message("string.find, string.sub and string.byte are there; patterns are not");
    case Advice::utf8_char: return message("use utf8.char");
    case Advice::braces: break;
  }
  return message("write {{ ... }}");
}

}  // namespace

Failure unknown_name(std::string_view name, std::span<const std::string> known) {
  const std::string shown = clean_text(name, 80);
  const auto refused = std::find_if(refused_names.begin(), refused_names.end(),
                                    [name](const Refused& entry) { return entry.name == name; });
  if (refused != refused_names.end()) {
    return {Failure::Kind::unavailable,
            message("'{0}' is not available in rules", shown),
            message_of(refused->advice),
            {}};
  }
  return {Failure::Kind::unknown_name,
          message("nothing is called '{0}' here", shown),
          suggestion(name, known),
          {}};
}

}  // namespace cpom::lua
