/// A small contract with rules written in C++, so that the order of decision is tested without
/// Lua, XML or files.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/evaluator.hpp"
#include "model/contract.hpp"

namespace cpom::testing {

using engine::Answer;
using engine::Rule;
using engine::RuleKind;
using engine::Value;

/// Rules as C++ functions, found by "kind/name".
class FakeRules final : public engine::Rules, public engine::RuleBook {
 public:
  using Function = std::function<Answer(std::span<const Value>)>;

  /// The rule may be completed: its label, its severity, its package.
  Rule& add(RuleKind kind, const std::string& name, std::vector<engine::Need> needs,
            Function function) {
    auto rule = std::make_unique<Rule>();
    rule->kind = kind;
    rule->id = std::string(engine::word_of(kind)) + "/" + name;
    rule->needs = std::move(needs);
    rule->where = {"rules/" + rule->id + ".lua", 1, 0};
    rule->handle = functions_.size();
    functions_.push_back(std::move(function));
    Rule& added = *rule;
    rules_[added.id] = std::move(rule);
    return added;
  }

  const Rule* find(RuleKind kind, std::string_view name, std::string_view) const override {
    const auto found = rules_.find(std::string(engine::word_of(kind)) + "/" + std::string(name));
    return found == rules_.end() ? nullptr : found->second.get();
  }

  std::vector<std::string> names(RuleKind kind) const override {
    std::vector<std::string> all;
    const std::string prefix = std::string(engine::word_of(kind)) + "/";
    for (const auto& [id, rule] : rules_) {
      if (id.starts_with(prefix)) all.push_back(id.substr(prefix.size()));
    }
    return all;
  }

  Answer call(const Rule& rule, std::span<const Value> arguments) override {
    ++calls;
    return functions_[rule.handle](arguments);
  }

  int calls = 0;

 private:
  std::map<std::string, std::unique_ptr<Rule>> rules_;
  std::vector<Function> functions_;
};

inline Date day(int year, unsigned month, unsigned date) { return make_date(year, month, date); }

inline std::string english(const Message& message) { return render(message, Language::english); }
/// One line each: "code: what (remedy)".
std::vector<std::string> english(const std::vector<Diagnostic>& faults);

/// A model of one objective and one indicator "1.a", a contract 2024-2028 that follows it with a
/// target of 80 for 2025 and a baseline of 40, and the usual rules. Change any of it, then call
/// evaluate().
struct EngineFixture {
  EngineFixture();

  model::Selection& selection() { return contract.selections.front(); }
  model::Observation& observe(int year, double value);
  model::Observation& observe_ratio(int year, double numerator, double denominator);

  engine::Evaluation evaluate(int year = 2025, Date as_of = day(2026, 3, 15));
  engine::Evaluation evaluate(const engine::Request& request);
  /// The only result of evaluate().
  engine::Result result(int year = 2025, Date as_of = day(2026, 3, 15));

  model::Model model;
  model::Contract contract;
  model::Parameters parameters;
  std::vector<model::Observation> observations;
  FakeRules rules;
  Diagnostics found;
  std::unique_ptr<engine::PreparedContract> prepared;
  std::unique_ptr<engine::ObservationIndex> index;
};

}  // namespace cpom::testing
