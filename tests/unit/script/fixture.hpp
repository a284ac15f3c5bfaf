/// Rules from texts in memory, and ways to call them.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/language.hpp"
#include "script/lua_rules.hpp"

namespace cpom::script {

inline std::string english(const Message& message) { return render(message, Language::english); }

/// Packages, a model and a contract with one indicator "1.a" of form "share", and what their rules
/// give.
class RuleBench {
 public:
  using Files = std::vector<std::pair<std::string, std::string>>;

  explicit RuleBench(Limits limits = {}) : rules(limits) {
    model.id = "etat-ars";
    model.family = "family";
    model.indicators.push_back(indicator("1.a"));
    model.indicators.push_back(indicator("2.b"));
    contract.id = "c-53";
    contract.region = "53";
  }

  static model::Indicator indicator(const std::string& code) {
    model::Indicator made;
    made.code = code;
    made.form = "share";
    return made;
  }

  /// A package that applies to the contract. A file is named by its rule's id.
  Package& package(const std::string& name, model::Layer layer, const Files& files) {
    Package made;
    made.name = name;
    made.layer = layer;
    if (layer == model::Layer::model) made.model = model.id;
    if (layer == model::Layer::region) made.region = contract.region;
    if (layer == model::Layer::contract) made.contract = contract.id;
    if (layer == model::Layer::plugin) contract.packages.push_back({name, {}});
    made.folder = name;
    for (const auto& [id, source] : files) {
      made.rules.push_back({id, name + "/" + id + ".lua", source});
    }
    packages.packages.push_back(std::move(made));
    return packages.packages.back();
  }

  const engine::RuleBook& book() {
    if (book_ == nullptr) book_ = &rules.book(packages, model, contract, found);
    return *book_;
  }

  const engine::Rule* find(const std::string& id, const std::string& indicator = {}) {
    const auto slash = id.find('/');
    const std::string word = id.substr(0, slash);
    using engine::RuleKind;
    for (const RuleKind kind : engine::all_rule_kinds) {
      if (engine::word_of(kind) == word) return book().find(kind, id.substr(slash + 1), indicator);
    }
    return nullptr;
  }

  engine::Answer call(const std::string& id, const std::vector<engine::Value>& arguments,
                      const std::string& indicator = {}) {
    return rules.call(*find(id, indicator), arguments);
  }

  /// "75", "true, 50", "nil: the reason", or "rule.error: text" with where it is.
  std::string told(const std::string& id, const std::vector<engine::Value>& arguments,
                   const std::string& indicator = {}) {
    return text_of(call(id, arguments, indicator));
  }

  static std::string text_of(const engine::Answer& answer) {
    if (answer.failed()) {
      const Diagnostic& failure = answer.failure.front();
      return failure.code + " " + cpom::text_of(failure.where) + ": " + english(failure.what);
    }
    if (answer.nothing()) return "nil: " + answer.reason;
    const std::string second = text_of(answer.second);
    return text_of(answer.first) + (second == "nil" ? "" : ", " + second);
  }

  static std::string text_of(const engine::Value& value) {
    if (const double* number = std::get_if<double>(&value)) {
      return render(Figure{*number}, Language::english);
    }
    if (const bool* truth = std::get_if<bool>(&value)) return *truth ? "true" : "false";
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    return "nil";
  }

  /// Codes and places of what loading found: "rule.syntax core/compute/share.lua:1".
  std::vector<std::string> faults() {
    book();
    std::vector<std::string> all;
    for (const Diagnostic& fault : found.all()) {
      all.push_back(fault.code + " " + cpom::text_of(fault.where));
    }
    return all;
  }

  /// The first fault, as people read it.
  std::string fault() {
    book();
    if (found.empty()) return {};
    const Diagnostic& first = found.all().front();
    return english(first.what) + (first.remedy.empty() ? "" : " (" + english(first.remedy) + ")");
  }

  model::Model model;
  model::Contract contract;
  PackageSet packages;
  LuaRules rules;
  Diagnostics found;

 private:
  const engine::RuleBook* book_ = nullptr;
};

inline const engine::Value no_value{};

/// A rule that returns \a expression, with `value` as its argument.
inline std::string computing(const std::string& expression) {
  return "return { needs = { \"value\" }, compute = function(value) return " + expression +
         " end }";
}

}  // namespace cpom::script
