#include <cmath>
#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/number.hpp"
#include "support/catch.hpp"
#include "unit/explain/example.hpp"

using namespace cpom;
using nlohmann::json;

namespace {

struct Situation {
  std::string example;
  std::vector<std::string> rules;
  std::vector<Date> dates;
};

const std::vector<Situation> situations = {
    {"etat-ars-2015-2018-guadeloupe", {}, {}},
    {"etat-ars-2019-2023-reunion-mayotte", {}, {}},
    {"etat-ars-2024-2028-bretagne", {}, {make_date(2026, 2, 1), make_date(2025, 6, 30)}},
    {"etat-ars-2024-2028-bretagne", {"region-53-bretagne"}, {}},
    {"dac-val-imagine", {}, {}},
    {"etablissement-idf-val-imagine", {}, {}},
};

double computed(const std::string& symbol, const std::vector<double>& x) {
  if (symbol == "+") return x[0] + x[1];
  if (symbol == "-") return x[0] - x[1];
  if (symbol == "*") return x[0] * x[1];
  if (symbol == "/") return x[0] / x[1];
  if (symbol == "negative") return -x[0];
  FAIL("the test does not know the operator " << symbol);
  return 0;
}

bool holds(const std::string& symbol, const std::vector<double>& x) {
  if (symbol == "<") return x[0] < x[1];
  if (symbol == "<=") return x[0] <= x[1];
  if (symbol == "==") return x[0] == x[1];
  FAIL("the test does not know the relation " << symbol);
  return false;
}

/// What the stated operations of one calculation come to, from the stated figures alone.
class Recomputation {
 public:
  explicit Recomputation(const json& calculation) : calculation_(calculation) {
    for (const json& operation : calculation["operations"]) {
      std::vector<double> operands;
      for (const json& operand : operation["operands"]) operands.push_back(value_of(operand));
      const std::string symbol = operation["operator"];
      if (operation["result"].is_boolean()) {
        CHECK(operation["result"].get<bool>() == holds(symbol, operands));
        results_.push_back(0);
      } else {
        results_.push_back(computed(symbol, operands));
        CHECK(operation["result"].get<double>() == results_.back());
      }
    }
  }

  double value_of(const json& operand) const {
    double value = operand["value"];
    if (operand.contains("operation")) {
      value = results_.at(operand["operation"].get<std::size_t>() - 1);
      CHECK(value == operand["value"].get<double>());
    } else if (operand.contains("input")) {
      bool stated = false;
      for (const json& argument : calculation_["arguments"]) {
        stated = stated || (argument["name"] == operand["input"] && argument["value"] == value);
      }
      CHECK(stated);
    }
    return value;
  }

  void check_result() const {
    if (!calculation_["result_from"].is_null()) {
      CHECK(calculation_["result"].get<double>() == value_of(calculation_["result_from"]));
    }
    if (!calculation_["second_from"].is_null()) {
      CHECK(calculation_["second"].get<double>() == value_of(calculation_["second_from"]));
    }
    const json& rounding = calculation_["rounding"];
    if (rounding.is_null()) return;
    CHECK(rounding["rounded"].get<double>() ==
          round_half_away(rounding["unrounded"].get<double>(), rounding["decimals"].get<int>()));
    const json& before =
        calculation_["purpose"] == "check" ? calculation_["second"] : calculation_["result"];
    if (!before.is_null()) CHECK(before == rounding["unrounded"]);
  }

 private:
  const json& calculation_;
  std::vector<double> results_;
};

const json* argument(const json& calculation, const std::string& name) {
  for (const json& each : calculation["arguments"]) {
    if (each["name"] == name && !each["value"].is_null()) return &each["value"];
  }
  return nullptr;
}

/// The status that follows from what was put to the rule that chooses it.
std::string status_from(const json& calculation) {
  if (argument(calculation, "reached")->get<bool>()) return "reached";
  if (calculation["rule"] == "classify/by_level") {
    const double below = argument(calculation, "target")->get<double>() -
                         argument(calculation, "measure")->get<double>();
    const bool near = below <= argument(calculation, "param.near_levels")->get<double>();
    return near ? "partly_reached" : "not_reached";
  }
  const json* const kept = argument(calculation, "kept");
  const json* const progress = argument(calculation, "progress");
  const json* const threshold = argument(calculation, "param.partial_from");
  const bool partly = (kept == nullptr || kept->get<bool>()) && progress != nullptr &&
                      progress->get<double>() >= threshold->get<double>();
  return partly ? "partly_reached" : "not_reached";
}

/// Returns the outcome.
std::string check_explanation(const json& explanation) {
  const json& result = explanation["result"];
  INFO(result["indicator"]["code"] << " " << result["year"] << " " << result["strand"] << " "
                                   << explanation["account"]["answer"]);
  bool has_status = false;
  for (const json& calculation : explanation["calculations"]) {
    if (calculation["called"].get<bool>()) CHECK(calculation["followed"].get<bool>());
    Recomputation(calculation).check_result();
    const std::string purpose = calculation["purpose"];
    const json& rounding = calculation["rounding"];
    if (purpose == "measure" && !rounding.is_null())
      CHECK(rounding["rounded"] == result["measure"]);
    if (purpose == "baseline") CHECK(rounding["rounded"] == result["baseline"]);
    if (purpose == "check") CHECK(calculation["result"] == result["reached"]);
    if (purpose == "check" && !rounding.is_null()) {
      CHECK(rounding["rounded"] == result["progress"]["value"]);
    }
    if (purpose == "status") {
      has_status = true;
      CHECK(calculation["result"] == result["status"]);
      CHECK(status_from(calculation) == result["status"].get<std::string>());
    }
  }
  CHECK(has_status == (result["outcome"] == "classified"));
  int answered = 0;
  for (const json& step : explanation["steps"]) {
    answered += step["state"] == "answered" ? 1 : 0;
    CHECK(step["said"].is_null() == (step["state"] == "not_reached"));
  }
  CHECK(explanation["steps"].size() == 8);
  CHECK(answered == 1);
  CHECK(explanation["account"]["sections"].size() == 5);
  for (const json& section : explanation["account"]["sections"]) {
    INFO(section["id"]);
    CHECK_FALSE(section["lines"].empty());
  }
  return result["outcome"];
}

}  // namespace

TEST_CASE("explain: the stated operations give the stated value and status, in every example") {
  std::map<std::string, int> outcomes;
  for (const Situation& situation : situations) {
    INFO(situation.example);
    test::ExplainedExample example(situation.example, situation.rules);
    const auto subject = example.subject();
    std::vector<std::optional<Date>> dates = {std::nullopt};
    dates.insert(dates.end(), situation.dates.begin(), situation.dates.end());
    const model::Contract& contract = *example.bound->loaded->contract;
    for (const auto& date : dates) {
      for (int year = contract.first_year(); year <= contract.last_year(); ++year) {
        const auto evaluation = example.evaluate(year, date);
        std::vector<explain::Derivation> derivations;
        for (const engine::Result& result : evaluation.results) {
          derivations.push_back(explain::derive(subject, evaluation, result));
        }
        const auto document = json::parse(explain::json_explanation(derivations, example.style));
        CHECK(document["explanations"].size() == evaluation.results.size());
        for (const json& each : document["explanations"]) ++outcomes[check_explanation(each)];
      }
    }
  }
  std::string told;
  for (const auto& [outcome, count] : outcomes)
    told += outcome + " " + std::to_string(count) + "\n";
  UNSCOPED_INFO(told);
  CHECK(outcomes["classified"] > 100);
  CHECK(outcomes.size() >= 8);
}

TEST_CASE("explain: the HTML is a fragment with the headings as sections, and escaped") {
  test::ExplainedExample example("etat-ars-2024-2028-bretagne", {"region-53-bretagne"});
  const auto subject = example.subject();
  auto evaluation = example.evaluate(2025);
  std::vector<explain::Derivation> derivations;
  for (engine::Result& result : evaluation.results) {
    result.remarks.push_back(message("{0}", "<script>alert(\"&'\")</script>"));
    derivations.push_back(explain::derive(subject, evaluation, result));
  }
  const std::string html = explain::html_explanation(derivations, example.style);
  const auto count = [&](const std::string& text) {
    std::size_t found = 0;
    for (auto at = html.find(text); at != std::string::npos; at = html.find(text, at + 1)) ++found;
    return found;
  };
  CHECK(html.find("<script") == std::string::npos);
  CHECK(html.find("style=") == std::string::npos);
  CHECK(count("&lt;script&gt;alert(&quot;&amp;&#39;&quot;)&lt;/script&gt;") == derivations.size());
  CHECK(count("<article") == derivations.size());
  for (const std::string id : {"rule", "data", "parameters", "operations", "distance"}) {
    CHECK(count("<section class=\"cpom-" + id + "\">") == derivations.size());
  }
  for (const std::string tag : {"article", "section", "ul", "li", "h2", "h3", "p"}) {
    INFO(tag);
    CHECK(count("<" + tag + ">") + count("<" + tag + " ") == count("</" + tag + ">"));
  }
}
