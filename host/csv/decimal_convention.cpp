#include "csv/decimal_convention.hpp"

#include "base/number.hpp"

#include <algorithm>

namespace cpom::csv {
namespace {

Message name_of(char sign) { return sign == ',' ? message("comma") : message("point"); }

/// \a value so that nobody takes its decimals for thousands: "1,2340".
std::string clear_text(double value, char sign) {
  std::string text = decimal_text(value);
  const std::size_t point = text.find('.');
  if (point == std::string::npos) return text;
  if (text.size() - point == 4) text += '0';
  text[point] = sign;
  return text;
}

}  // namespace

void DecimalConvention::read(std::size_t number, Column column, const Cell& cell, Target target) {
  NumberCell reading = read_number(cell.text);
  if (column == Column::value) {
    std::string& unit = findings_.observation(number).unit;
    if (cell.text.ends_with("%")) unit = "percent";
    if (cell.text.ends_with("€")) unit = "euro";
    const auto yes_no = reading.value ? std::nullopt : read_yes_no(cell.text);
    if (yes_no) {
      reading.value = yes_no;
      unit = "yes_no";
    }
  }
  if (!reading.value) {
    refuse(number, column, cell);
  } else if (reading.grouped) {
    waiting_.push_back({number, column, cell, target, reading});
  } else if (!contradicts(number, column, cell, reading.decimal_sign)) {
    findings_.observation(number).*target = reading.value;
  }
}

void DecimalConvention::refuse(std::size_t number, Column column, const Cell& cell) {
  findings_.fault(
      number, column, cell, "csv.not_a_number",
      message("column \"{0}\": \"{1}\" is not a number", columns_.name(column), shown(cell.text)),
      means_unknown(cell.text) ? message("leave the cell empty when the value is not known")
                               : message("write the number alone and in full, for example 12,5"));
}

bool DecimalConvention::contradicts(std::size_t number, Column column, const Cell& cell,
                                    char sign) {
  if (sign == 0 || sign == sign_) return false;
  if (sign_ == 0) {
    sign_ = sign;
    proof_ = cell;
    return false;
  }
  contradicted_ = true;
  findings_.fault(number, column, cell, "csv.mixed_decimals",
                  message("column \"{0}\": in \"{1}\" the decimal sign is the {2}, but in \"{3}\" "
                          "on line {4} it is the {5}",
                          columns_.name(column), shown(cell.text), name_of(sign),
                          shown(proof_.text), proof_.line, name_of(sign_)),
                  message("use one decimal sign in the whole file"));
  return true;
}

void DecimalConvention::settle() {
  const Waiting* first_grouped = nullptr;
  long grouped = 0;
  for (const Waiting& waiting : waiting_) {
    if (sign_ == 0 || contradicted_) {
      refuse_ambiguous(waiting);
      continue;
    }
    const bool has_decimals = waiting.reading.decimal_sign == sign_;
    findings_.observation(waiting.number).*waiting.target =
        has_decimals ? waiting.reading.value : waiting.reading.grouped;
    if (!has_decimals && grouped++ == 0) first_grouped = &waiting;
  }
  if (first_grouped != nullptr) note_grouped(*first_grouped, grouped);
}

void DecimalConvention::refuse_ambiguous(const Waiting& waiting) {
  const std::string whole = decimal_text(*waiting.reading.grouped);
  const std::string decimal = clear_text(*waiting.reading.value, waiting.reading.decimal_sign);
  findings_.fault(waiting.number, waiting.column, waiting.cell, "csv.ambiguous_number",
                  message("column \"{0}\": \"{1}\" may be {2} or {3}, and nothing else in the file "
                          "tells which",
                          columns_.name(waiting.column), shown(waiting.cell.text), whole, decimal),
                  message("write {0} or {1}", whole, decimal));
}

void DecimalConvention::note_grouped(const Waiting& first, long count) {
  const std::string whole = decimal_text(*first.reading.grouped);
  findings_.general().note(
      "csv.grouping", findings_.position(first.cell),
      plural_message("{0} number is read without the {1} between its thousands: \"{2}\" as {3}, "
                     "since the decimal sign on line {4} is the {5}",
                     "{0} numbers are read without the {1} between their thousands: \"{2}\" as "
                     "{3}, since the decimal sign on line {4} is the {5}",
                     count, count, name_of(first.reading.decimal_sign), shown(first.cell.text),
                     whole, proof_.line, name_of(sign_)));
}

}  // namespace cpom::csv
