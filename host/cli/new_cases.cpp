#include "cli/new_cases.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/number.hpp"
#include "testing/columns.hpp"
#include "testing/record.hpp"
#include "testing/rule_case.hpp"

namespace cpom::cli {
namespace {

using engine::RuleKind;
using engine::Value;

constexpr std::string_view to_replace =
    "À REMPLACER : ce cas échoue exprès, mettez vos entrées et ce que vous attendez";

std::string quoted_cell(const std::string& text) {
  if (text.find_first_of(";\"\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

std::string cell_of(const Value& value) {
  if (const double* number = std::get_if<double>(&value)) {
    std::string text = decimal_text(*number);
    std::replace(text.begin(), text.end(), '.', ',');
    // "1,234" could be a thousand and more.
    const auto comma = text.find(',');
    if (comma != std::string::npos && text.size() - comma == 4) text += '0';
    return text;
  }
  if (const bool* truth = std::get_if<bool>(&value)) return *truth ? "oui" : "non";
  if (const auto* text = std::get_if<std::string>(&value)) return quoted_cell(*text);
  const auto* list = std::get_if<std::vector<double>>(&value);
  if (list == nullptr) return {};
  std::string text;
  for (const double number : *list) text += (text.empty() ? "" : " | ") + cell_of(Value(number));
  return text.empty() ? "[]" : text;
}

/// A figure that is made up, but plausible beside the others.
Value sample(const engine::Need& need) {
  switch (testing::type_of_input(need.name)) {
    case testing::CellType::truth: return true;
    case testing::CellType::text: return std::string("reached");
    case testing::CellType::list: return std::vector<double>{1, 2};
    case testing::CellType::number: break;
  }
  if (need.name.ends_with("numerator")) return 412.0;
  if (need.name.ends_with("denominator")) return 515.0;
  if (need.name == "year") return 2025.0;
  if (need.name == "decimals") return 1.0;
  if (need.name == "baseline" || need.name == "target.min") return 60.0;
  return 80.0;
}

/// Another result than the one the rule gives.
std::string other_than(const engine::Rule& rule, const Value& value, const model::Model& model) {
  if (const double* number = std::get_if<double>(&value)) return cell_of(Value(*number + 1));
  if (const bool* truth = std::get_if<bool>(&value)) return cell_of(Value(!*truth));
  if (rule.kind == RuleKind::classify) {
    for (const model::Status& status : model.statuses) {
      if (Value(status.id) != value) return status.id;
    }
  }
  if (rule.kind == RuleKind::weather) {
    for (const model::Weather& weather : model.weathers) {
      if (Value(weather.id) != value) return weather.id;
    }
  }
  switch (testing::type_of_result(rule.kind, false)) {
    case testing::CellType::truth: return "oui";
    case testing::CellType::text: return "à remplacer";
    default: return "1";
  }
}

}  // namespace

std::string table_for(const engine::Rule& rule, const testing::GroundRules& rules,
                      testing::Bench& bench, const model::Model& model, bool names_rule) {
  std::vector<testing::GivenInput> given;
  for (const engine::Need& need : rule.needs) {
    std::vector<std::string> missing;
    if (need.name.starts_with("param.")) {
      engine::Rule alone = rule;
      alone.needs = {need};
      testing::arguments_of(alone, {}, *rules.ground, missing);
      if (missing.empty()) continue;
    }
    given.push_back({need.name, sample(need), {}});
  }
  std::vector<std::string> missing;
  const auto arguments = testing::arguments_of(rule, given, *rules.ground, missing);
  const engine::Answer answer = bench.call(rule, arguments);
  std::string header = names_rule ? "règle;" : "";
  std::string row = names_rule ? rule.id + ";" : "";
  for (const testing::GivenInput& input : given) {
    header += testing::shown_word(input.name) + ";";
    row += cell_of(input.value) + ";";
  }
  const std::string reason =
      quoted_cell(render(Message{answer.reason, {}, {}, 1}, Language::french));
  const std::string code = answer.failed() ? answer.failure.front().code : std::string();
  std::string table = header + "attendu;motif;erreur;note\n";
  table += row + cell_of(answer.first) + ";" + reason + ";" + code + ";" +
           "ce que la règle répond aujourd'hui à ces chiffres inventés : est-ce juste ?\n";
  return table + row + other_than(rule, answer.first, model) + ";;;" + std::string(to_replace) +
         "\n";
}

}  // namespace cpom::cli
