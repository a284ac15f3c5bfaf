// What rules return, as far as it is written in them.
#include "analysis/checks.hpp"

#include <algorithm>
#include <optional>

#include "base/names.hpp"
#include "base/source_line.hpp"
#include "script/answers.hpp"

namespace cpom::analysis {
namespace {

using engine::RuleKind;
using Kind = Value::Kind;

enum class Type { number, truth, text, number_or_text };

Type type_of_result(RuleKind kind) {
  switch (kind) {
    case RuleKind::compute:
    case RuleKind::rollup:
    case RuleKind::term: return Type::number;
    case RuleKind::check:
    case RuleKind::validate: return Type::truth;
    case RuleKind::column: return Type::number_or_text;
    default: return Type::text;
  }
}

/// Of the value that may follow the result; nothing when none may.
std::optional<Type> type_of_second(RuleKind kind) {
  switch (kind) {
    case RuleKind::compute: return Type::truth;
    case RuleKind::check:
    case RuleKind::section: return Type::number;
    case RuleKind::validate: return Type::text;
    default: return std::nullopt;
  }
}

bool is_nil(const Value& value) {
  return value.kind == Kind::constant && std::holds_alternative<std::monostate>(value.constant);
}

bool is_number(const Value& value) {
  return value.kind == Kind::number ||
         (value.kind == Kind::constant && (std::holds_alternative<long long>(value.constant) ||
                                           std::holds_alternative<double>(value.constant)));
}

bool is_truth(const Value& value) {
  return value.kind == Kind::truth ||
         (value.kind == Kind::constant && std::holds_alternative<bool>(value.constant));
}

bool is_text(const Value& value) {
  return value.kind == Kind::text ||
         (value.kind == Kind::constant && std::holds_alternative<std::string>(value.constant));
}

/// Whether what is known of \a value allows it to be of that type.
bool may_be(const Value& value, Type type) {
  switch (value.kind) {
    case Kind::any:
    case Kind::parameter:
    case Kind::global: return true;
    default: break;
  }
  switch (type) {
    case Type::number: return is_number(value);
    case Type::truth: return is_truth(value);
    case Type::text: return is_text(value);
    case Type::number_or_text: break;
  }
  return is_number(value) || is_text(value);
}

Message describe(const Value& value) {
  if (value.kind == Kind::constant) {
    if (const auto* text = std::get_if<std::string>(&value.constant)) {
      return message("the text \"{0}\"", lua::clean_text(*text, 80));
    }
    if (const auto* truth = std::get_if<bool>(&value.constant)) {
      return *truth ? message("true") : message("false");
    }
    if (const auto* whole = std::get_if<long long>(&value.constant)) {
      return message("the number {0}", Figure{static_cast<double>(*whole)});
    }
    if (const auto* number = std::get_if<double>(&value.constant)) {
      return message("the number {0}", Figure{*number});
    }
    return message("nil");
  }
  switch (value.kind) {
    case Kind::number: return message("a number");
    case Kind::truth: return message("true or false");
    case Kind::text: return message("a text");
    case Kind::function: return message("a function");
    default: return message("a table");
  }
}

class ResultCheck {
 public:
  ResultCheck(const RuleFunction& rule, Diagnostics& found) : rule_(rule), found_(found) {}

  void run() {
    for (const Return& each : returns(rule_.function->flow)) check(each);
  }

 private:
  void check(const Return& each) {
    if (each.values.empty()) {
      if (!each.open) no_result(each);
      return;
    }
    if (!each.open && each.values.size() > 2) {
      wrong(each, message("more than two values"));
      return;
    }
    if (needs_reason(each) && !has_reason(each)) {
      no_reason(each);
      return;
    }
    const Type type = type_of_result(rule_.kind);
    for (const Value& value : each.values[0]) {
      if (is_nil(value) || may_be(value, type)) continue;
      wrong(each, describe(value));
      return;
    }
    if (each.values.size() == 2) check_second(each);
  }

  void no_result(const Return& each) {
    const int line = each.implicit ? rule_.function->function->last_line : each.line;
    found_.warning("rule.no_result", rule_.source->place(line, each.implicit ? "end" : "return"),
                   message("rule {0} can end without a result", rule_.id),
                   script::expected_answer(rule_.kind));
  }

  /// The first value can only be nil, or false where that wants an explanation.
  bool needs_reason(const Return& each) const {
    const lua::Constant* first = only_constant(each.values[0]);
    if (first == nullptr) return false;
    if (std::holds_alternative<std::monostate>(*first)) return true;
    return rule_.kind == RuleKind::validate && *first == lua::Constant(false);
  }

  static bool has_reason(const Return& each) {
    if (each.values.size() < 2) return each.open;
    return std::all_of(each.values[1].begin(), each.values[1].end(), [](const Value& value) {
      return may_be(value, Type::text) &&
             !(value.kind == Kind::constant && value.constant == lua::Constant(std::string()));
    });
  }

  void no_reason(const Return& each) {
    found_.warning("rule.no_reason", rule_.source->place(each.line, "return"),
                   message("rule {0} can return nothing without a reason", rule_.id),
                   script::expected_answer(rule_.kind));
  }

  void check_second(const Return& each) {
    const bool may_be_nil = std::any_of(each.values[0].begin(), each.values[0].end(),
                                        [](const Value& value) { return is_nil(value); });
    // With nil first, the second is a reason.
    if (may_be_nil) return;
    const bool is_known = std::all_of(
        each.values[0].begin(), each.values[0].end(),
        [](const Value& value) { return is_number(value) || is_truth(value) || is_text(value); });
    if (!is_known) return;
    const auto type = type_of_second(rule_.kind);
    for (const Value& value : each.values[1]) {
      if (is_nil(value) || (type && may_be(value, *type))) continue;
      if (!type && value.kind != Kind::constant) continue;
      wrong(each, message("{0}, then {1}", describe(*each.values[0].begin()), describe(value)));
      return;
    }
  }

  void wrong(const Return& each, Message what) {
    found_.error("rule.result", rule_.source->place(each.line, "return"),
                 message("rule {0} can return {1}", rule_.id, std::move(what)),
                 script::expected_answer(rule_.kind));
  }

  const RuleFunction& rule_;
  Diagnostics& found_;
};

/// Whether something of the context is judged by \a rule.
bool is_used(const RuleFunction& rule) {
  if (rule.indicator != nullptr) return true;
  const model::Model& model = *rule.context->model;
  const std::string name = rule.id.substr(rule.id.find('/') + 1);
  if (rule.kind == RuleKind::weather) return !model.weathers.empty() && name == model.weather_rule;
  const auto& selections = rule.context->contract->selections;
  return name == model.classify_rule ||
         std::any_of(selections.begin(), selections.end(), [&](const model::Selection& selection) {
           return selection.indicator.classify == name;
         });
}

std::vector<std::string> ids_of(const RuleFunction& rule) {
  std::vector<std::string> ids;
  if (rule.kind == RuleKind::weather) {
    for (const model::Weather& level : rule.context->model->weathers) ids.push_back(level.id);
  } else {
    for (const model::Status& status : rule.context->model->statuses) ids.push_back(status.id);
  }
  return ids;
}

/// The line on which text \a id is written, from the return that gives it upwards.
int line_of_id(const RuleFunction& rule, const Return& each, const std::string& id) {
  const int first = rule.function->function->first_line;
  for (int line = each.line; line >= first; --line) {
    if (column_of(line_of(rule.source->file->source, line), id) > 0) return line;
  }
  return each.line;
}

}  // namespace

void check_results(const RuleFunction& rule, Diagnostics& found) { ResultCheck(rule, found).run(); }

void check_ids(const RuleFunction& rule, Diagnostics& found) {
  const bool of_weather = rule.kind == RuleKind::weather;
  if (!of_weather && rule.kind != RuleKind::classify) return;
  if (!is_used(rule) || !rule.on_top) return;
  const std::vector<std::string> known = ids_of(rule);
  std::set<std::string> given;
  bool all_known = true;
  for (const Return& each : returns(rule.function->flow)) {
    if (each.values.empty()) all_known = all_known && !each.open;
    if (each.values.empty()) continue;
    for (const Value& value : each.values[0]) {
      const auto* id =
          value.kind == Kind::constant ? std::get_if<std::string>(&value.constant) : nullptr;
      if (id == nullptr) {
        all_known = all_known && is_nil(value);
        continue;
      }
      given.insert(*id);
      if (std::find(known.begin(), known.end(), *id) != known.end()) continue;
      const Position where = rule.source->place(line_of_id(rule, each, *id), *id);
      const std::string shown = lua::clean_text(*id, 80);
      if (of_weather) {
        found.error("rule.unknown_weather", where,
                    message("rule {0} can return \"{1}\", which is no weather level of model {2}",
                            rule.id, shown, rule.context->model->id),
                    suggestion(*id, known));
      } else {
        found.error("rule.unknown_status", where,
                    message("rule {0} can return \"{1}\", which is no status of model {2}", rule.id,
                            shown, rule.context->model->id),
                    suggestion(*id, known));
      }
    }
  }
  if (!all_known || rule.indicator != nullptr) return;
  for (const std::string& id : known) {
    if (given.contains(id)) continue;
    found.note("rule.status_never", {rule.source->path(), rule.function->function->first_line, 0},
               message("rule {0} never returns \"{1}\", which model {2} has", rule.id, id,
                       rule.context->model->id),
               message("return it where it is meant, or choose another rule for this model"));
  }
}

}  // namespace cpom::analysis
