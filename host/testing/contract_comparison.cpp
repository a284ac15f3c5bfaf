#include "testing/contract_comparison.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/names.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "testing/compare.hpp"
#include "testing/contract_evaluation.hpp"

namespace cpom::testing {
namespace {

using Cells = std::vector<std::string>;

/// The columns that tell rows apart, as far as a table has them.
constexpr std::array<std::string_view, 3> keys = {"indicator", "strand", "year"};

Message shown(const std::string& text) {
  return text.empty() ? message("nothing") : message("{0}", text);
}

CaseResult result_named(std::string name, Position where) {
  CaseResult result;
  result.name = std::move(name);
  result.where = std::move(where);
  return result;
}

std::set<std::string> words_of(const std::string& line) {
  std::set<std::string> words;
  std::string word;
  for (const char c : folded(line) + " ") {
    const bool between = c == ' ' || c == '"' || c == ',' || c == ':';
    if (!between) word += c;
    if (between && !word.empty()) words.insert(std::exchange(word, {}));
  }
  return words;
}

/// The line of \a text that shares most words with \a wanted, if any does half of them.
std::string likest_line(const std::string& wanted, std::string_view text) {
  const std::set<std::string> words = words_of(wanted);
  std::string likest;
  std::size_t most = words.size() / 2;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const std::string line(trim(text.substr(0, end)));
    const std::set<std::string> others = words_of(line);
    const auto shared = static_cast<std::size_t>(std::count_if(
        words.begin(), words.end(), [&](const auto& word) { return others.contains(word); }));
    if (shared > most) {
      most = shared;
      likest = line;
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return likest;
}

class Comparison {
 public:
  Comparison(const ContractCase& one, const EvaluatedContract& evaluated)
      : one_(one), evaluated_(evaluated) {}

  std::vector<CaseResult> compare() {
    compare_rows();
    compare_texts();
    compare_findings();
    tell_unexpected_faults();
    return std::move(results_);
  }

 private:
  void add(CaseResult result) {
    const bool wrong = !result.differences.empty() || !result.faults.empty();
    result.verdict = wrong ? Verdict::failed : Verdict::passed;
    results_.push_back(std::move(result));
  }

  /// Where each wanted column stands in the report; nothing when one is not there.
  std::optional<std::vector<std::size_t>> places() {
    std::vector<std::size_t> places;
    const Cells& known = evaluated_.columns;
    CaseResult result = result_named("expected.tsv", one_.wanted.header);
    for (const std::string& column : one_.wanted.columns) {
      const auto at = std::find(known.begin(), known.end(), column);
      places.push_back(static_cast<std::size_t>(at - known.begin()));
      if (at != known.end()) continue;
      result.faults.push_back({Severity::error, "test.unknown_column", one_.wanted.header,
                               message("the report has no column \"{0}\"", column),
                               suggestion(column, known)});
    }
    if (result.faults.empty()) return places;
    add(std::move(result));
    return std::nullopt;
  }

  std::string key_of(const Cells& cells) const {
    std::string key;
    for (const std::string_view name : keys) {
      const Cells& columns = one_.wanted.columns;
      const auto at = std::find(columns.begin(), columns.end(), name);
      if (at == columns.end()) continue;
      const std::string& cell = cells[static_cast<std::size_t>(at - columns.begin())];
      if (!cell.empty()) key += (key.empty() ? "" : " ") + cell;
    }
    return key;
  }

  void compare_rows() {
    if (one_.wanted.columns.empty()) return;
    const auto columns = places();
    if (!columns) return;
    std::vector<Cells> found;
    for (const Cells& row : evaluated_.rows) {
      Cells& cells = found.emplace_back();
      for (const std::size_t place : *columns) {
        cells.push_back(place < row.size() ? row[place] : std::string());
      }
    }
    compared_.assign(found.size(), nullptr);
    for (const WantedRow& wanted : one_.wanted.rows) {
      const std::string key = key_of(wanted.cells);
      std::size_t at = 0;
      while (at < found.size() && (compared_[at] != nullptr || key_of(found[at]) != key)) ++at;
      CaseResult result = result_named(key, wanted.where);
      if (at < found.size()) {
        compared_[at] = &wanted;
        compare(wanted.cells, found[at], evaluated_.evaluation.results[at], result);
      } else {
        result.differences.push_back(
            {"", message("a result"), message("the contract has none of that name"), {}});
      }
      add(std::move(result));
    }
    for (std::size_t at = 0; at < found.size(); ++at) {
      if (compared_[at] == nullptr) tell_unexpected_row(found[at]);
    }
  }

  void tell_unexpected_row(const Cells& cells) {
    CaseResult result = result_named(key_of(cells), one_.wanted.header);
    std::string row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i].empty()) continue;
      row += (row.empty() ? "" : ", ") + one_.wanted.columns[i] + " " + cells[i];
    }
    result.differences.push_back({"", message("no such row"), message("{0}", row), {}});
    add(std::move(result));
  }

  void compare(const Cells& wanted, const Cells& found, const engine::Result& of,
               CaseResult& result) const {
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      if (wanted[i] == found[i]) continue;
      const auto one = parse_decimal(wanted[i]);
      const auto other = parse_decimal(found[i]);
      if (one && other) {
        auto different = difference(one_.wanted.columns[i], *one, *other, 0);
        if (different) result.differences.push_back(*std::move(different));
      } else {
        result.differences.push_back(
            {one_.wanted.columns[i], shown(wanted[i]), shown(found[i]), {}});
      }
    }
    if (result.differences.empty()) return;
    if (!of.reason.empty()) {
      Message& last = result.differences.back().found;
      last = message("{0} ({1})", last, of.reason);
    }
    result.faults = of.failures;
    if (of.applications.empty()) return;
    const engine::Application& first = of.applications.front();
    result.rule_at = first.rule->where;
    for (const engine::Input& input : first.inputs) {
      result.inputs.push_back({input.name, input.value, {}});
    }
  }

  void compare_texts() {
    if (one_.wanted.said.empty()) return;
    const std::string said = said_by(evaluated_, one_);
    for (const WantedLine& line : one_.wanted.said) {
      const std::string wanted = with_plain_blanks(line.text);
      CaseResult result = result_named(wanted, line.where);
      if (said.find(wanted) == std::string::npos) {
        result.differences.push_back(
            {"", message("the report says \"{0}\"", wanted), shown(likest_line(wanted, said)), {}});
      }
      add(std::move(result));
    }
  }

  void compare_findings() {
    if (!one_.wanted.findings) return;
    std::vector<std::string> wanted;
    for (const WantedLine& line : *one_.wanted.findings) {
      wanted.push_back(with_plain_blanks(line.text));
    }
    std::vector<std::string> found;
    const Diagnostics all = one_.findings(evaluated_.validations);
    for (const Diagnostic& fault : all.all()) {
      found.push_back(
          with_plain_blanks(one_.shortened(printable(render(fault, Language::french)))));
    }
    for (const std::string& line : Cells(wanted)) {
      const auto same = std::find(found.begin(), found.end(), line);
      if (same == found.end()) continue;
      found.erase(same);
      wanted.erase(std::find(wanted.begin(), wanted.end(), line));
    }
    CaseResult result = result_named("check.txt", one_.wanted.findings_file);
    for (std::size_t i = 0; i < std::max(wanted.size(), found.size()); ++i) {
      result.differences.push_back({"",
                                    shown(i < wanted.size() ? wanted[i] : ""),
                                    shown(i < found.size() ? found[i] : ""),
                                    {}});
    }
    add(std::move(result));
  }

  /// Whether a row wants \a failure: one whose status or outcome is to be rule_error.
  bool is_wanted(const Diagnostic& failure) const {
    for (std::size_t at = 0; at < compared_.size(); ++at) {
      if (compared_[at] == nullptr) continue;
      const Cells& cells = compared_[at]->cells;
      const auto& failures = evaluated_.evaluation.results[at].failures;
      if (std::find(cells.begin(), cells.end(), "rule_error") != cells.end() &&
          std::find(failures.begin(), failures.end(), failure) != failures.end()) {
        return true;
      }
    }
    return false;
  }

  /// An evaluation that has errors answers 1, whatever it gives.
  void tell_unexpected_faults() {
    if (one_.contract == nullptr) return;
    CaseResult result = result_named("contract.xml", one_.contract->where);
    const Diagnostics failures = engine::failures_of(evaluated_.evaluation);
    for (const Diagnostic& failure : failures.all()) {
      if (!is_wanted(failure)) result.faults.push_back(failure);
    }
    for (const Diagnostic& fault : evaluated_.validations.all()) {
      const bool told = one_.wanted.findings.has_value() || fault.severity != Severity::error;
      if (!told) result.faults.push_back(fault);
    }
    if (!result.faults.empty()) add(std::move(result));
  }

  const ContractCase& one_;
  const EvaluatedContract& evaluated_;
  /// The row that each result was compared with.
  std::vector<const WantedRow*> compared_;
  std::vector<CaseResult> results_;
};

}  // namespace

std::vector<CaseResult> run_contract_case(const ContractCase& one, Bench& bench,
                                          bool focused_only) {
  CaseResult whole =
      result_named(one.folder.filename().string(), {(one.folder / "contract.xml").string(), 0, 0});
  if (focused_only) {
    whole.verdict = Verdict::left_out;
    return {whole};
  }
  if (one.faults.has_errors()) {
    whole.verdict = Verdict::failed;
    whole.faults = one.faults.all();
    return {whole};
  }
  EvaluatedContract evaluated;
  if (one.contract != nullptr) evaluated = evaluate_contract(one, bench);
  return Comparison(one, evaluated).compare();
}

}  // namespace cpom::testing
