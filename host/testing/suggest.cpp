#include "testing/suggest.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/number.hpp"
#include "testing/columns.hpp"
#include "testing/rule_case.hpp"

namespace cpom::testing {
namespace {

using engine::Rule;
using engine::Value;
using Arguments = std::vector<Value>;

constexpr std::size_t none = static_cast<std::size_t>(-1);
/// Calls for one rule; pairs of changed inputs come last.
constexpr long most_calls = 20'000;

std::string with_comma(double value) {
  std::string text = decimal_text(value);
  const auto point = text.find('.');
  if (point == std::string::npos) return text;
  if (text.size() - point == 4) text += '0';
  text[point] = ',';
  return text;
}

std::string cell_text(const Value& value) {
  if (const double* number = std::get_if<double>(&value)) return with_comma(*number);
  if (const bool* truth = std::get_if<bool>(&value)) return *truth ? "oui" : "non";
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  const auto* list = std::get_if<std::vector<double>>(&value);
  if (list == nullptr) return {};
  if (list->empty()) return "[]";
  std::string all;
  for (const double number : *list) all += (all.empty() ? "" : " | ") + with_comma(number);
  return all;
}

std::string quoted(const std::string& cell) {
  if (cell.find_first_of(";\"\n") == std::string::npos) return cell;
  std::string text = "\"";
  for (const char c : cell) text += c == '"' ? "\"\"" : std::string(1, c);
  return text + '"';
}

std::vector<std::string> table_of(const Rule& rule, const Arguments& arguments,
                                  const engine::Answer& answer) {
  std::string header = "rule";
  std::string row = rule.id;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    header += ";" + rule.needs[i].name;
    row += ";" + quoted(cell_text(arguments[i]));
  }
  header += ";expect;expect_2;reason;error";
  row += ";" + quoted(cell_text(answer.first)) + ";" + quoted(cell_text(answer.second)) + ";" +
         quoted(answer.reason) + ";" +
         (answer.failed() ? answer.failure.front().code : std::string());
  return {header, row};
}

/// Numbers written in the functions of a file.
std::set<double> constants_of(const ProbedFile& file) {
  std::set<double> all = {0, 1, -1, 2, 100};
  for (const lua::Function* function : lua::all_functions(file.chunk)) {
    for (const lua::Constant& constant : function->constants) {
      if (const auto* integer = std::get_if<long long>(&constant)) {
        all.insert(static_cast<double>(*integer));
      }
      if (const auto* number = std::get_if<double>(&constant)) all.insert(*number);
    }
    for (const lua::Instruction& code : function->instructions) {
      switch (code.op()) {
        case lua::Op::lt_i:
        case lua::Op::le_i:
        case lua::Op::gt_i:
        case lua::Op::ge_i:
        case lua::Op::eq_i: all.insert(code.sb()); break;
        case lua::Op::load_i: all.insert(code.sbx()); break;
        default: break;
      }
    }
  }
  return all;
}

class Finder {
 public:
  Finder(const ProbedFile& file, const Rule& rule, Bench& bench, Probe& probe,
         std::vector<Gap*> gaps)
      : file_(file), rule_(rule), bench_(bench), probe_(probe), gaps_(std::move(gaps)) {}

  void find(const std::vector<Arguments>& starts) {
    const std::set<double> constants = constants_of(file_);
    for (const Arguments& start : starts) attempt(start);
    for (const Arguments& start : starts) {
      for (std::size_t i = 0; i < start.size(); ++i) change_one(start, i, constants);
    }
    for (const Arguments& start : starts) change_pairs(start, constants);
  }

 private:
  bool done() const { return gaps_.empty() || calls_ >= most_calls; }

  void change_one(const Arguments& start, std::size_t which, const std::set<double>& constants) {
    for (const Value& value : values_for(start, which, constants)) {
      if (done()) return;
      Arguments changed = start;
      changed[which] = value;
      attempt(changed);
    }
  }

  void change_pairs(const Arguments& start, const std::set<double>& constants) {
    for (std::size_t i = 0; i < start.size(); ++i) {
      for (const Value& first : values_for(start, i, constants)) {
        Arguments changed = start;
        changed[i] = first;
        for (std::size_t j = i + 1; j < start.size(); ++j) change_one(changed, j, constants);
      }
    }
  }

  std::vector<Value> values_for(const Arguments& start, std::size_t which,
                                const std::set<double>& constants) const {
    const std::string& name = rule_.needs[which].name;
    std::vector<Value> values;
    if (rule_.needs[which].optional) values.emplace_back();
    switch (type_of_input(name)) {
      case CellType::truth: return values.insert(values.end(), {true, false}), values;
      case CellType::text: return values;
      case CellType::list:
        for (const auto& list : std::vector<std::vector<double>>{
                 {}, {0}, {1}, {-1}, {100, 0}, {0, 100}, {1, 1}, {1, 0}, {0, 0}, {1, -1}}) {
          values.emplace_back(list);
        }
        return values;
      case CellType::number: break;
    }
    std::set<double> numbers = constants;
    for (const double constant : constants) {
      numbers.insert(constant + 0.5);
      numbers.insert(constant - 0.5);
    }
    for (const Value& other : start) {
      const double* number = std::get_if<double>(&other);
      if (number == nullptr) continue;
      for (const double step : {0.0, 0.5, -0.5, 1.0, -1.0}) numbers.insert(*number + step);
    }
    for (const double number : numbers) values.emplace_back(number);
    return values;
  }

  void attempt(const Arguments& arguments) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
      const bool absent = std::holds_alternative<std::monostate>(arguments[i]);
      if (absent && !rule_.needs[i].optional) return;
    }
    ++calls_;
    auto& seen = probe_.sightings().seen;
    std::fill(seen.begin() + static_cast<long>(file_.first),
              seen.begin() + static_cast<long>(file_.first + file_.count), std::uint8_t{0});
    const engine::Answer answer = bench_.call(rule_, arguments);
    // A rule that does not end takes as long as a thousand that do.
    if (answer.failed() && answer.failure.front().code == "rule.budget") calls_ += 999;
    std::erase_if(gaps_, [&](Gap* gap) {
      const bool reached = gap->instruction == none || (seen[gap->instruction] & gap->lacking) != 0;
      if (reached) gap->suggestion = table_of(rule_, arguments, answer);
      return reached;
    });
  }

  const ProbedFile& file_;
  const Rule& rule_;
  Bench& bench_;
  Probe& probe_;
  std::vector<Gap*> gaps_;
  long calls_ = 0;
};

/// What to begin with where no case calls the rule.
Arguments usual_figures(const Rule& rule) {
  Arguments arguments;
  double figure = 80;
  for (const engine::Need& need : rule.needs) {
    switch (type_of_input(need.name)) {
      case CellType::truth: arguments.emplace_back(true); break;
      case CellType::list: arguments.emplace_back(std::vector<double>{100, 50}); break;
      case CellType::text: arguments.emplace_back(std::string("reached")); break;
      case CellType::number:
        arguments.emplace_back(figure);
        figure += 10;
        break;
    }
  }
  return arguments;
}

}  // namespace

void suggest_cases(const ProbeMap& map, const Sightings& sightings, const Materials& materials,
                   Coverage& coverage) {
  std::map<std::size_t, std::vector<Gap*>> by_file;
  for (Gap& gap : coverage.gaps) {
    if (gap.file != none) by_file[gap.file].push_back(&gap);
  }
  if (by_file.empty()) return;
  Bench bench(materials, map.chunks());
  Probe probe(map, bench, false);
  for (auto& [index, gaps] : by_file) {
    const ProbedFile& file = map.files()[index];
    const GroundRules* rules = bench.rules(*file.package, {}, {});
    const Rule* rule = rules != nullptr ? rules->find(file.rule->id) : nullptr;
    if (rule == nullptr) continue;
    std::vector<Arguments> starts;
    const auto samples = sightings.samples.find(rule->id);
    if (samples != sightings.samples.end()) {
      for (const SampleCall& call : samples->second) {
        if (call.arguments.size() == rule->needs.size()) starts.push_back(call.arguments);
      }
    }
    if (starts.empty()) starts.push_back(usual_figures(*rule));
    Finder(file, *rule, bench, probe, std::move(gaps)).find(starts);
  }
}

}  // namespace cpom::testing
