#include "testing/table_reader.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <span>

#include "base/date.hpp"
#include "base/names.hpp"
#include "base/text.hpp"
#include "csv/cells.hpp"
#include "csv/decoding.hpp"
#include "csv/findings.hpp"
#include "csv/table.hpp"
#include "testing/columns.hpp"
#include "testing/numbers.hpp"

namespace cpom::testing {
namespace {

using csv::Cell;
using engine::Rule;

constexpr std::string_view parameter_prefix = "param.";
constexpr std::string_view nothing_words[] = {"rien", "nothing", "nil"};
constexpr std::string_view empty_list = "[]";

/// What a column is for.
enum class Role { ignored, about_case, input, result };

struct TableColumn {
  Role role = Role::ignored;
  std::string name;
  std::string shown;
};

bool is_in(std::span<const std::string_view> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool says_nothing(std::string_view text) {
  const std::string plain = folded(text);
  return std::find(std::begin(nothing_words), std::end(nothing_words), plain) !=
         std::end(nothing_words);
}

constexpr std::string_view decision_results[] = {"measure", "status", "progress", "flags"};

class TableReader {
 public:
  TableReader(std::string_view text, const std::string& file, const TableSubject& subject,
              Diagnostics& found)
      : text_(text), file_(file), subject_(subject), found_(found), numbers_(file, text, found) {}

  std::vector<Case> read() {
    const char separator = csv::find_separator(text_);
    csv::RowReader rows(text_, separator == '\0' ? ';' : separator);
    csv::Row row;
    bool has_row = rows.next(row);
    if (has_row && csv::tells_separator(row)) has_row = rows.next(row);
    if (!has_row || !read_header(row)) return {};
    while (rows.next(row)) read_row(row);
    const long before = found_.count(Severity::error);
    numbers_.settle();
    if (found_.count(Severity::error) > before) return {};
    for (auto at = faulty_.rbegin(); at != faulty_.rend(); ++at) {
      cases_.erase(cases_.begin() + static_cast<long>(*at));
    }
    return std::move(cases_);
  }

 private:
  Position at(const Cell& cell) const { return numbers_.position(cell); }

  // --- Header ---

  bool read_header(const csv::Row& row) {
    std::vector<std::string> words;
    for (const Cell& cell : row.cells) words.push_back(column_word(cell.text));
    const auto has = [&](std::string_view word) {
      return std::find(words.begin(), words.end(), word) != words.end();
    };
    decisions_ = subject_.decisions ||
                 (subject_.rule.empty() && !has("rule") && (has("indicator") || has("form")));
    if (!decisions_ && subject_.rule.empty() && !has("rule")) {
      found_.error("test.no_rule", {file_, row.cells.front().line, 0},
                   message("nothing tells which rule is tested"),
                   message("name the file after it (tests/compute/share.csv), add a column "
                           "\"rule\", or name the file cases.csv for whole decisions"));
      return false;
    }
    collect_inputs(has("rule"));
    const long before = found_.count(Severity::error);
    std::set<std::string> seen;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      add_column(row.cells[i], words[i]);
      const TableColumn& column = columns_.back();
      if (column.role == Role::ignored || seen.insert(column.name).second) continue;
      found_.error("csv.duplicate_column", at(row.cells[i]),
                   message("column \"{0}\" stands there twice", column.shown),
                   message("keep one of the two"));
    }
    return found_.count(Severity::error) == before;
  }

  /// The names of inputs that the header may hold, by how they look folded.
  void collect_inputs(bool has_rule_column) {
    const auto add = [this](const std::string& name) { inputs_.emplace(column_word(name), name); };
    if (decisions_) {
      for (const auto name : decision_columns()) add(std::string(name));
      for (const model::Component& component : components()) {
        add(component.id);
        add(component.id + ".numerator");
        add(component.id + ".denominator");
      }
      return;
    }
    std::vector<std::string> ids = {subject_.rule};
    if (has_rule_column) ids = subject_.rule_ids();
    for (const std::string& id : ids) {
      Case probe;
      probe.rule = id;
      const Rule* rule = subject_.find_rule(probe);
      if (rule == nullptr) continue;
      for (const engine::Need& need : rule->needs) add(need.name);
      // What the rule below needs may be tested by naming that layer.
      for (const auto name : engine::inputs_of(rule->kind)) add(std::string(name));
    }
  }

  std::vector<model::Component> components() const {
    std::vector<model::Component> all;
    for (const std::string& id : subject_.model_ids()) {
      const model::Model* model = subject_.find_model(id);
      if (model == nullptr) continue;
      for (const model::Indicator& indicator : model->indicators) {
        all.insert(all.end(), indicator.components.begin(), indicator.components.end());
      }
    }
    return all;
  }

  void add_column(const Cell& cell, const std::string& word) {
    TableColumn column;
    column.shown = csv::shown(cell.text);
    column.name = word;
    const auto input = inputs_.find(word);
    if (word.empty() || word == "comment" || word == "label") {
      column.role = Role::ignored;
    } else if (word == "expect" || word == "expect_2") {
      column.role = Role::result;
    } else if (decisions_ && is_in(decision_results, word)) {
      column.role = Role::result;
    } else if (is_in(case_columns(), word)) {
      column.role = Role::about_case;
    } else if (input != inputs_.end()) {
      column.role = Role::input;
      column.name = input->second;
    } else if (word.starts_with(parameter_prefix) &&
               is_identifier(std::string_view(word).substr(parameter_prefix.size()))) {
      column.role = Role::input;
      // Folding may have changed its letters.
      column.name = std::string(parameter_prefix) +
                    std::string(trim(cell.text).substr(trim(cell.text).find('.') + 1));
    } else {
      unknown_column(cell, word, column.shown);
    }
    columns_.push_back(std::move(column));
  }

  void unknown_column(const Cell& cell, const std::string& word, const std::string& shown) {
    std::vector<std::string> known;
    for (const auto name : case_columns()) known.emplace_back(name);
    for (const auto& [plain, name] : inputs_) known.push_back(name);
    for (std::size_t i = 0, count = known.size(); i < count; ++i) {
      for (std::string& french : french_words(known[i])) known.push_back(std::move(french));
    }
    Message remedy = suggestion(word, known);
    if (remedy.empty()) remedy = message("take it out, or name it \"comment\"");
    found_.error("test.unknown_column", at(cell), message("unknown column \"{0}\"", shown),
                 std::move(remedy));
  }

  // --- Rows ---

  void read_row(const csv::Row& row) {
    const bool empty = std::all_of(row.cells.begin(), row.cells.end(),
                                   [](const Cell& cell) { return cell.text.empty(); });
    if (empty) return;
    const long before = found_.count(Severity::error);
    if (row.fields > columns_.size()) {
      found_.error("csv.field_count", at(row.cells.front()),
                   message("cells in this row: {0}; columns in the header: {1}", row.fields,
                           columns_.size()),
                   message("put quotes around cells that hold the separator"));
      return;
    }
    Case one;
    one.kind = decisions_ ? Case::Kind::decision : Case::Kind::rule;
    one.rule = decisions_ ? "" : subject_.rule;
    one.where = {file_, row.cells.front().line, 0};
    one.inputs.reserve(columns_.size());
    one.wanted.reserve(columns_.size());
    cases_.push_back(std::move(one));
    Case& added = cases_.back();
    read_about(row, added);
    const Rule* rule = nullptr;
    if (!decisions_) {
      rule = find_rule(row, added);
    } else {
      check_indicator(added, row);
    }
    if (found_.count(Severity::error) == before) read_figures(row, added, rule);
    if (found_.count(Severity::error) == before) check_expectation(row, added);
    if (found_.count(Severity::error) == before) return;
    // Its numbers still wait for their sign.
    faulty_.push_back(cases_.size() - 1);
  }

  template <class Use>
  void for_each(const csv::Row& row, Use use) const {
    for (std::size_t i = 0; i < columns_.size() && i < row.cells.size(); ++i) {
      use(columns_[i], row.cells[i]);
    }
  }

  void read_about(const csv::Row& row, Case& one) {
    for_each(row, [&](const TableColumn& column, const Cell& cell) {
      if (cell.quotes != csv::Quotes::right) {
        found_.add(csv::misplaced_quotes(column.shown, cell, at(cell)));
        return;
      }
      if (column.role != Role::about_case || cell.text.empty()) return;
      if (column.name == "rule") {
        one.rule = std::string(cell.text);
      } else if (column.name == "note") {
        one.note = std::string(cell.text);
      } else if (column.name == "model") {
        read_model(cell, one);
      } else if (column.name == "layers") {
        read_layers(cell, one);
      } else if (column.name == "reason") {
        one.reason = std::string(cell.text);
      } else if (column.name == "error") {
        one.error = std::string(cell.text);
      } else if (column.name == "tolerance") {
        read_tolerance(cell, column, one);
      } else if (column.name == "skip") {
        one.skipped = read_mark(cell, column);
      } else if (column.name == "only") {
        one.focused = read_mark(cell, column);
      } else if (column.name == "as_of") {
        read_day(cell, column.name, one);
      }
    });
  }

  void bad_value(const Cell& cell, const std::string& column, Message remedy) {
    found_.error("test.bad_value", at(cell),
                 message("column \"{0}\": \"{1}\" cannot be read", column, csv::shown(cell.text)),
                 std::move(remedy));
  }

  void read_model(const Cell& cell, Case& one) {
    one.model = std::string(cell.text);
    if (subject_.find_model(one.model) != nullptr) return;
    found_.error("test.unknown_model", at(cell), message("there is no model \"{0}\"", one.model),
                 suggestion(one.model, subject_.model_ids()));
  }

  void read_layers(const Cell& cell, Case& one) {
    one.layers = model::from_word<model::Layer>(folded(cell.text));
    if (!one.layers) {
      bad_value(cell, "layers", suggestion(cell.text, model::words<model::Layer>()));
    }
  }

  void read_tolerance(const Cell& cell, const TableColumn& column, Case& one) {
    const auto reading = csv::read_number(cell.text);
    if (reading.value && *reading.value >= 0) {
      one.tolerance = *reading.value;
    } else {
      bad_value(cell, column.shown, message("give the largest difference, for example 0,01"));
    }
  }

  bool read_mark(const Cell& cell, const TableColumn& column) {
    if (folded(cell.text) == "x") return true;
    const auto mark = csv::read_yes_no(cell.text);
    if (!mark) bad_value(cell, column.shown, message("write oui or non"));
    return mark.value_or(0) != 0;
  }

  void read_day(const Cell& cell, const std::string& name, Case& one) {
    const csv::DateCell day = csv::read_date(cell.text);
    if (day.date) {
      one.inputs.push_back({name, iso_text(*day.date), at(cell)});
    } else {
      bad_value(cell, name, message("write a day as 31/12/2025 or 2025-12-31"));
    }
  }

  const Rule* find_rule(const csv::Row& row, const Case& one) {
    const Rule* rule = one.rule.empty() ? nullptr : subject_.find_rule(one);
    if (rule != nullptr) return rule;
    if (one.rule.empty()) {
      found_.error("test.no_rule", one.where, message("the column \"rule\" is empty"),
                   message("name the rule, for example compute/share"));
    } else {
      found_.error("test.unknown_rule", at(row.cells.front()),
                   message("there is no rule \"{0}\" in the layers that are tested", one.rule),
                   suggestion(one.rule, subject_.rule_ids()));
    }
    return nullptr;
  }

  void check_indicator(const Case& one, const csv::Row& row) {
    std::string code;
    std::string form;
    const Cell* where = nullptr;
    for_each(row, [&](const TableColumn& column, const Cell& cell) {
      if (column.name == "indicator") {
        code = std::string(cell.text);
        where = &cell;
      }
      if (column.name == "form") form = std::string(cell.text);
    });
    if (code.empty() && form.empty()) {
      found_.error("test.no_indicator", one.where,
                   message("nothing tells which indicator is decided"),
                   message("name one of the model in column \"indicator\", or its form in column "
                           "\"form\""));
    } else if (!code.empty() && !form.empty()) {
      found_.error("test.contradiction", at(*where),
                   message("both an indicator of the model and a form are given"),
                   message("leave one of the two cells empty"));
    } else if (!code.empty()) {
      const model::Model* model = subject_.find_model(one.model);
      if (model == nullptr || model->indicator(code) != nullptr) return;
      std::vector<std::string> codes;
      for (const model::Indicator& indicator : model->indicators) codes.push_back(indicator.code);
      found_.error("test.unknown_indicator", at(*where),
                   message("model {0} has no indicator \"{1}\"", model->id, code),
                   suggestion(code, codes));
    }
  }

  void read_figures(const csv::Row& row, Case& one, const Rule* rule) {
    for_each(row, [&](const TableColumn& column, const Cell& cell) {
      if (column.role == Role::input && !cell.text.empty()) {
        if (rule != nullptr && !takes(*rule, column.name)) {
          not_an_input(*rule, column, cell);
          return;
        }
        one.inputs.push_back({column.name, {}, at(cell)});
        // An empty cell of a parameter is the layers' value; this one is none.
        if (rule != nullptr && says_nothing(cell.text)) return;
        read_value(cell, column, type_of_input(column.name), one.inputs.back().value);
      } else if (column.role == Role::result) {
        read_result(cell, column, one, rule);
      }
    });
  }

  static bool takes(const Rule& rule, const std::string& name) {
    return std::any_of(rule.needs.begin(), rule.needs.end(),
                       [&](const engine::Need& need) { return need.name == name; });
  }

  void not_an_input(const Rule& rule, const TableColumn& column, const Cell& cell) {
    std::vector<std::string> known;
    for (const engine::Need& need : rule.needs) known.push_back(need.name);
    found_.error("test.not_an_input", at(cell),
                 message("rule {0} does not need \"{1}\"", rule.id, column.name),
                 suggestion(column.name, known));
  }

  void read_value(const Cell& cell, const TableColumn& column, CellType type,
                  engine::Value& target) {
    switch (type) {
      case CellType::text:
        if (column.name == "received" || column.name == "as_of") {
          const csv::DateCell day = csv::read_date(cell.text);
          if (day.date) {
            target = iso_text(*day.date);
          } else {
            bad_value(cell, column.shown, message("write a day as 31/12/2025 or 2025-12-31"));
          }
        } else {
          target = std::string(cell.text);
        }
        return;
      case CellType::truth:
        if (const auto truth = csv::read_yes_no(cell.text)) {
          target = *truth != 0;
        } else {
          bad_value(cell, column.shown, message("write oui or non"));
        }
        return;
      case CellType::list: read_list(cell, column, target); return;
      case CellType::number: break;
    }
    if (const auto truth = csv::read_yes_no(cell.text)) {
      target = *truth;
    } else if (!numbers_.read(cell, cell.text, target)) {
      bad_value(cell, column.shown, message("write a number, for example 12,5"));
    }
  }

  void read_list(const Cell& cell, const TableColumn& column, engine::Value& target) {
    target = std::vector<double>{};
    if (cell.text == empty_list) return;
    std::string_view rest = cell.text;
    while (true) {
      const auto bar = rest.find('|');
      if (!numbers_.read(cell, trim(rest.substr(0, bar)), target)) {
        bad_value(cell, column.shown,
                  message("write the numbers with | between them, for example 100 | 50; [] is a "
                          "list with none"));
        return;
      }
      if (bar == std::string_view::npos) return;
      rest.remove_prefix(bar + 1);
    }
  }

  void read_result(const Cell& cell, const TableColumn& column, Case& one, const Rule* rule) {
    if (cell.text.empty()) {
      // A second result that is not wanted must not be there; a fact of a decision is not looked
      // at unless it is stated.
      if (rule != nullptr && column.name == "expect_2") one.wanted.push_back({column.name, {}});
      return;
    }
    one.wanted.push_back({column.name, {}});
    engine::Value& target = one.wanted.back().value;
    if (says_nothing(cell.text)) return;
    CellType type = CellType::text;
    if (rule != nullptr) {
      type = type_of_result(rule->kind, column.name == "expect_2");
      if (rule->kind == engine::RuleKind::column && csv::read_number(cell.text).value) {
        type = CellType::number;
      }
    } else if (column.name == "measure" || column.name == "progress") {
      type = CellType::number;
    }
    read_value(cell, column, type, target);
  }

  void check_expectation(const csv::Row& row, Case& one) {
    const bool wants = std::any_of(one.wanted.begin(), one.wanted.end(),
                                   [](const auto& wanted) { return wanted.name != "expect_2"; });
    if (!wants && (one.reason || !one.error.empty()) && !decisions_) {
      one.wanted.clear();
      if (one.error.empty()) one.wanted.push_back({"expect", {}});
    }
    if (wants || one.reason || !one.error.empty() || one.skipped) return;
    found_.error("test.no_expectation", at(row.cells.front()),
                 message("the row does not say what is expected"),
                 decisions_ ? message("fill in one of measure, status, progress, reason, flags")
                            : message("fill in one of expect, reason, error"));
  }

  std::string_view text_;
  const std::string& file_;
  const TableSubject& subject_;
  Diagnostics& found_;
  TableNumbers numbers_;
  bool decisions_ = false;
  std::vector<std::size_t> faulty_;
  std::map<std::string, std::string> inputs_;
  std::vector<TableColumn> columns_;
  std::vector<Case> cases_;
};

}  // namespace

std::vector<Case> read_cases(std::string_view bytes, const std::string& file,
                             const TableSubject& subject, Diagnostics& found) {
  std::string converted;
  const auto text = csv::decode(bytes, file, converted, found);
  if (!text) return {};
  return TableReader(*text, file, subject, found).read();
}

}  // namespace cpom::testing
