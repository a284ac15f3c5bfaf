#include "testing/numbers.hpp"

#include "base/number.hpp"
#include "csv/cells.hpp"
#include "csv/findings.hpp"

namespace cpom::testing {
namespace {

Message name_of(char sign) { return sign == ',' ? message("comma") : message("point"); }

}  // namespace

bool TableNumbers::read(const csv::Cell& cell, std::string_view part, engine::Value& target) {
  const csv::NumberCell reading = csv::read_number(part);
  if (!reading.value) return false;
  Waiting waiting;
  waiting.cell = cell;
  waiting.value = *reading.value;
  waiting.ambiguous = reading.grouped.has_value();
  waiting.grouped = reading.grouped.value_or(*reading.value);
  waiting.sign = reading.decimal_sign;
  waiting.target = &target;
  if (auto* list = std::get_if<std::vector<double>>(&target)) {
    waiting.item = list->size();
    list->push_back(*reading.value);
  } else {
    target = *reading.value;
  }
  waiting_.push_back(waiting);
  return true;
}

void TableNumbers::settle() {
  const Waiting* proof = nullptr;
  for (const Waiting& waiting : waiting_) {
    if (waiting.ambiguous || waiting.sign == 0) continue;
    if (proof == nullptr) proof = &waiting;
    if (waiting.sign == proof->sign) continue;
    found_.error("csv.mixed_decimals", position(waiting.cell),
                 message("in \"{0}\" the decimal sign is the {1}, but in \"{2}\" on line {3} it is "
                         "the {4}",
                         csv::shown(waiting.cell.text), name_of(waiting.sign),
                         csv::shown(proof->cell.text), proof->cell.line, name_of(proof->sign)),
                 message("use one decimal sign in the whole file"));
  }
  for (const Waiting& waiting : waiting_) {
    if (!waiting.ambiguous) continue;
    if (proof == nullptr) {
      found_.error(
          "csv.ambiguous_number", position(waiting.cell),
          message("\"{0}\" may be {1} or {2}, and nothing else in the file tells which",
                  csv::shown(waiting.cell.text), decimal_text(waiting.grouped),
                  decimal_text(waiting.value)),
          message("write {0}, or give it one more decimal", decimal_text(waiting.grouped)));
      continue;
    }
    const double value = waiting.sign == proof->sign ? waiting.value : waiting.grouped;
    if (auto* list = std::get_if<std::vector<double>>(waiting.target)) {
      (*list)[waiting.item] = value;
    } else {
      *waiting.target = value;
    }
  }
}

Position TableNumbers::position(const csv::Cell& cell) const {
  return {file_, cell.line, csv::column_of(cell, text_)};
}

}  // namespace cpom::testing
