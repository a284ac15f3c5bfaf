// Names that rule files use and rules do not have.
#include "analysis/checks.hpp"

#include <algorithm>

#include "base/names.hpp"
#include "lua/refused_names.hpp"

namespace cpom::analysis {
namespace {

using lua::Instruction;
using lua::Op;

/// Those of \a known that stand beside \a name: without a prefix, or with the same one.
std::vector<std::string> beside(std::string_view name, const std::vector<std::string>& known) {
  const auto dot = name.find('.');
  std::vector<std::string> all;
  for (const std::string& each : known) {
    const auto other = each.find('.');
    if (dot == std::string_view::npos) {
      const std::string top = each.substr(0, other);
      if (all.empty() || all.back() != top) all.push_back(top);
    } else if (other != std::string::npos &&
               std::string_view(each).substr(0, other) == name.substr(0, dot)) {
      all.push_back(each);
    }
  }
  return all;
}

const char* code_of(lua::Failure::Kind kind) {
  return kind == lua::Failure::Kind::unavailable ? "rule.unavailable" : "rule.unknown_name";
}

bool is_only(const Values& values, Value::Kind kind) {
  return values.size() == 1 && values.begin()->kind == kind;
}

bool is_text(const Values& values) {
  return std::all_of(values.begin(), values.end(), [](const Value& value) {
    return value.kind == Value::Kind::text || (value.kind == Value::Kind::constant &&
                                               std::holds_alternative<std::string>(value.constant));
  });
}

bool is_library(const Values& values) {
  return is_only(values, Value::Kind::global) &&
         values.begin()->name.find('.') == std::string::npos;
}

class NameCheck {
 public:
  NameCheck(const Source& source, const std::vector<std::string>& known, Diagnostics& found)
      : source_(source), known_(known), found_(found) {}

  void run(const Flow& flow) {
    const lua::Function& function = flow.function();
    for (int at = 0; at < static_cast<int>(function.instructions.size()); ++at) {
      const Instruction& instruction = function.instructions[static_cast<std::size_t>(at)];
      const auto key = [&](int index) {
        const auto* text =
            std::get_if<std::string>(&function.constants[static_cast<std::size_t>(index)]);
        return text == nullptr ? std::string() : *text;
      };
      const auto key_in = [&](int reg) {
        const lua::Constant* constant = only_constant(flow.before(at, reg));
        const auto* text = constant == nullptr ? nullptr : std::get_if<std::string>(constant);
        return text == nullptr ? std::string() : *text;
      };
      const auto held = [&](int reg) -> const Values& { return flow.before(at, reg); };
      switch (instruction.op()) {
        case Op::get_tabup:
          read(flow.upvalue(instruction.b()), key(instruction.c()), instruction.line);
          break;
        case Op::get_field:
          read(held(instruction.b()), key(instruction.c()), instruction.line);
          break;
        case Op::get_table:
          read(held(instruction.b()), key_in(instruction.c()), instruction.line);
          break;
        case Op::self:
          call_method(held(instruction.b()),
                      instruction.k() ? key(instruction.c()) : key_in(instruction.c()),
                      instruction.line);
          break;
        case Op::set_tabup:
          write(flow.upvalue(instruction.a()), key(instruction.b()), instruction.line);
          break;
        case Op::set_field:
          write(held(instruction.a()), key(instruction.b()), instruction.line);
          break;
        case Op::set_table:
          write(held(instruction.a()), key_in(instruction.b()), instruction.line);
          break;
        default: break;
      }
    }
  }

 private:
  void read(const Values& of, const std::string& name, int line) {
    if (name.empty()) return;
    if (is_only(of, Value::Kind::names)) {
      expect(name, line);
    } else if (is_library(of)) {
      const std::string& library = of.begin()->name;
      if (!beside(library + ".", known_).empty()) expect(library + "." + name, line);
    } else if (is_only(of, Value::Kind::base)) {
      read_base(name, line);
    }
  }

  void call_method(const Values& of, const std::string& name, int line) {
    if (!name.empty() && is_text(of)) expect("string." + name, line);
  }

  void expect(const std::string& name, int line) {
    const std::vector<std::string> all = beside(name, known_);
    if (std::find(all.begin(), all.end(), name) != all.end()) return;
    const lua::Failure failure = lua::unknown_name(name, all);
    found_.error(code_of(failure.kind), source_.place(line, name), failure.what, failure.remedy);
  }

  void read_base(const std::string& name, int line) {
    const std::string& id = source_.file->id;
    const bool of_indicator = id.starts_with("indicators/");
    const std::string kind =
        of_indicator ? id.substr(id.rfind('/') + 1) : id.substr(0, id.find('/'));
    const std::vector<std::string> all = {kind, "needs", "summary", "id"};
    if (std::find(all.begin(), all.end(), name) != all.end()) return;
    found_.error("rule.unknown_field", source_.place(line, "base." + name),
                 message("the base of a rule {0} has no \"{1}\"", kind, name),
                 suggestion(name, all));
  }

  void write(const Values& of, const std::string& name, int line) {
    if (name.empty()) return;
    if (is_only(of, Value::Kind::names)) {
      found_.error("rule.constant", source_.place(line, name),
                   message("'{0}' is assigned, but not declared", name),
                   message("declare it: local {0}", name));
    } else if (is_library(of)) {
      const std::string whole = of.begin()->name + "." + name;
      found_.error("rule.constant", source_.place(line, whole),
                   message("'{0}' belongs to a library and cannot be changed", whole),
                   message("make a local function of another name"));
    }
  }

  const Source& source_;
  const std::vector<std::string>& known_;
  Diagnostics& found_;
};

}  // namespace

void check_names(const Source& source, const std::vector<std::string>& known, Diagnostics& found) {
  NameCheck check(source, known, found);
  for (const FollowedFunction& each : source.functions) check.run(each.flow);
}

}  // namespace cpom::analysis
