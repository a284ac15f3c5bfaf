#include "csv/observation_reader.hpp"

#include "base/text.hpp"
#include "csv/cells.hpp"
#include "csv/columns.hpp"
#include "csv/date_order.hpp"
#include "csv/decimal_convention.hpp"
#include "csv/decoding.hpp"
#include "csv/findings.hpp"
#include "csv/table.hpp"

#include <functional>
#include <optional>
#include <tuple>
#include <unordered_set>

namespace cpom::csv {
namespace {

using model::Observation;

class Reader {
 public:
  Reader(const Columns& columns, Findings& findings)
      : columns_(columns),
        findings_(findings),
        decimals_(columns, findings),
        dates_(columns, findings) {}

  /// Noted in the faults of every observation.
  void set_header_fault(const Diagnostic& fault) { header_fault_ = fault; }

  void read(const Row& row);
  /// After the last row.
  void finish();

 private:
  bool has_no_value(const Row& row) const;
  const Cell& place_of(const Row& row) const;
  void copy_key(std::size_t number, const Row& row);
  void refuse_field_count(std::size_t number, const Row& row);
  void check_cells(std::size_t number, const Row& row);
  void check_key(std::size_t number, const Row& row);
  void read_numbers(std::size_t number, const Row& row);
  void check_ratio(std::size_t number, const Row& row);
  void read_circumstances(std::size_t number, const Row& row);
  void refuse_duplicates();
  void refuse_duplicate(std::size_t first, std::size_t second);

  /// The cell of \a column if there is something in it that can be read.
  const Cell* filled(const Row& row, Column column) const;

  const Columns& columns_;
  Findings& findings_;
  DecimalConvention decimals_;
  DateOrder dates_;
  std::optional<Diagnostic> header_fault_;
  long empty_rows_ = 0;
  Position first_empty_row_;
};

bool is_formula(const Cell& cell) { return cell.text.starts_with('='); }

void Reader::read(const Row& row) {
  const bool complete = row.fields == columns_.count();
  if (complete && has_no_value(row)) {
    const Cell& first = row.cells.front();
    if (empty_rows_++ == 0) first_empty_row_ = findings_.position(first);
    return;
  }
  const std::size_t number =
      findings_.add_observation(complete ? place_of(row) : row.cells.front());
  if (header_fault_) findings_.observation(number).faults.push_back(*header_fault_);
  copy_key(number, row);
  if (!complete) {
    refuse_field_count(number, row);
    return;
  }
  check_cells(number, row);
  check_key(number, row);
  read_numbers(number, row);
  read_circumstances(number, row);
}

bool Reader::has_no_value(const Row& row) const {
  for (const Cell& cell : row.cells) {
    if (cell.quotes != Quotes::right) return false;
  }
  return columns_.cell(row, Column::value).text.empty() &&
         columns_.cell(row, Column::numerator).text.empty() &&
         columns_.cell(row, Column::denominator).text.empty();
}

const Cell& Reader::place_of(const Row& row) const {
  for (const Column column : {Column::value, Column::numerator}) {
    const Cell& cell = columns_.cell(row, column);
    if (!cell.text.empty()) return cell;
  }
  return row.cells.front();
}

void Reader::refuse_field_count(std::size_t number, const Row& row) {
  Diagnostic fault{
      Severity::error, "csv.field_count", findings_.position(row.cells.front()),
      message("cells in this row: {0}; columns in the header: {1}", row.fields, columns_.count()),
      row.fields > columns_.count()
          ? message("put a cell that contains the separator in quotation marks")
          : message("write every cell of the row, also the empty ones")};
  findings_.fault(number, Column::indicator, std::move(fault));
}

void Reader::check_cells(std::size_t number, const Row& row) {
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const Cell& cell = row.cells[i];
    const Column column = columns_.meaning(i);
    if (is_formula(cell) && column < Column::ignored) {
      findings_.fault(
          number, column, cell, "csv.formula",
          message("column \"{0}\": \"{1}\" is a formula", columns_.name(column), shown(cell.text)),
          message("paste it as a value"));
    } else if (cell.quotes != Quotes::right) {
      findings_.fault(number, column,
                      misplaced_quotes(columns_.name_at(i), cell, findings_.position(cell)));
    } else if (column == Column::unnamed && !cell.text.empty()) {
      findings_.fault(number, column, cell, "csv.unnamed_column",
                      message("\"{0}\" stands in a column without a name", shown(cell.text)),
                      message("name the column in the header, or empty it"));
    }
  }
}

const Cell* Reader::filled(const Row& row, Column column) const {
  const Cell& cell = columns_.cell(row, column);
  const bool readable = !cell.text.empty() && cell.quotes == Quotes::right && !is_formula(cell);
  return readable ? &cell : nullptr;
}

void Reader::copy_key(std::size_t number, const Row& row) {
  Observation& observation = findings_.observation(number);
  observation.contract = columns_.cell(row, Column::contract).text;
  observation.strand = columns_.cell(row, Column::strand).text;
  observation.indicator = columns_.cell(row, Column::indicator).text;
  observation.component = columns_.cell(row, Column::component).text;
  observation.label = columns_.cell(row, Column::label).text;
  if (const auto year = read_year(columns_.cell(row, Column::year).text)) {
    observation.year = year->year;
    observation.contract_year = year->contract_year;
  }
}

void Reader::check_key(std::size_t number, const Row& row) {
  const Cell& indicator = columns_.cell(row, Column::indicator);
  if (columns_.has(Column::indicator) && indicator.text.empty()) {
    findings_.fault(
        number, Column::indicator, indicator, "csv.no_indicator",
        message("column \"{0}\": no indicator is named", columns_.name(Column::indicator)),
        message("write the code of the indicator"));
  }
  const Observation& observation = findings_.observation(number);
  const Cell& year = columns_.cell(row, Column::year);
  const bool has_year = observation.year != 0 || observation.contract_year != 0;
  const bool refused_already = is_formula(year) || year.quotes != Quotes::right;
  if (!columns_.has(Column::year) || has_year || refused_already) return;
  const std::string& name = columns_.name(Column::year);
  const bool is_empty = year.text.empty();
  findings_.fault(number, Column::year, year, is_empty ? "csv.no_year" : "csv.not_a_year",
                  is_empty
                      ? message("column \"{0}\": no year is given", name)
                      : message("column \"{0}\": \"{1}\" is not a year", name, shown(year.text)),
                  message("write 2024, or N1 to N9 for a year of the contract"));
}

void Reader::read_numbers(std::size_t number, const Row& row) {
  const auto read = [&](Column column, DecimalConvention::Target target) {
    if (const Cell* const cell = filled(row, column)) decimals_.read(number, column, *cell, target);
  };
  read(Column::value, &Observation::value);
  read(Column::numerator, &Observation::numerator);
  read(Column::denominator, &Observation::denominator);
  if (columns_.has(Column::numerator) && columns_.has(Column::denominator))
    check_ratio(number, row);
}

void Reader::check_ratio(std::size_t number, const Row& row) {
  const Cell& numerator = columns_.cell(row, Column::numerator);
  const Cell& denominator = columns_.cell(row, Column::denominator);
  if (numerator.text.empty() == denominator.text.empty()) return;
  const bool lacks_numerator = numerator.text.empty();
  const Column lacking = lacks_numerator ? Column::numerator : Column::denominator;
  const Column given = lacks_numerator ? Column::denominator : Column::numerator;
  findings_.fault(number, lacking, lacks_numerator ? numerator : denominator,
                  "csv.incomplete_ratio",
                  message("column \"{0}\" is empty, but column \"{1}\" is not",
                          columns_.name(lacking), columns_.name(given)),
                  message("give both, or none"));
}

void Reader::read_circumstances(std::size_t number, const Row& row) {
  Observation& observation = findings_.observation(number);
  observation.source = columns_.cell(row, Column::source).text;
  if (const Cell* const cell = filled(row, Column::reference)) {
    dates_.read(number, Column::reference, *cell, &Observation::reference);
  }
  if (const Cell* const cell = filled(row, Column::received)) {
    dates_.read(number, Column::received, *cell, &Observation::received);
  }
  const Cell* const state = filled(row, Column::state);
  if (state == nullptr) return;
  if (const auto provisional = read_provisional(state->text)) {
    observation.provisional = *provisional;
    return;
  }
  findings_.fault(number, Column::state, *state, "csv.unknown_state",
                  message("column \"{0}\": \"{1}\" is neither provisional nor final",
                          columns_.name(Column::state), shown(state->text)),
                  message("write \"provisional\" (\"provisoire\") or \"final\" (\"définitif\")"));
}

void Reader::finish() {
  decimals_.settle();
  dates_.settle();
  refuse_duplicates();
  if (empty_rows_ == 0) return;
  findings_.general().note(
      "csv.empty_rows", first_empty_row_,
      plural_message("{0} row has no value: it is left out, and erases nothing",
                     "{0} rows have no value: they are left out, and erase nothing", empty_rows_,
                     empty_rows_));
}

/// What may occur once in a file.
auto key_of(const Observation& observation) {
  return std::tie(observation.indicator, observation.year, observation.contract_year,
                  observation.strand, observation.component, observation.contract,
                  observation.received);
}

std::size_t hash_of(const Observation& observation) {
  std::size_t hash = 0;
  const auto mix = [&hash](std::size_t part) { hash = (hash ^ part) * 0x9E3779B97F4A7C15; };
  for (const std::string* const text : {&observation.contract, &observation.strand,
                                        &observation.indicator, &observation.component}) {
    mix(std::hash<std::string_view>{}(*text));
  }
  mix(static_cast<std::size_t>(observation.year * 16 + observation.contract_year));
  if (observation.received) {
    const std::chrono::sys_days day{*observation.received};
    mix(static_cast<std::size_t>(day.time_since_epoch().count()));
  }
  return hash ^ (hash >> 32);
}

void Reader::refuse_duplicates() {
  struct Key {
    std::size_t hash;
    std::size_t number;
  };
  const auto hash = [](const Key& key) { return key.hash; };
  const auto equal = [this](const Key& left, const Key& right) {
    return left.hash == right.hash && key_of(findings_.observation(left.number)) ==
                                          key_of(findings_.observation(right.number));
  };
  const std::size_t count = findings_.observation_count();
  std::unordered_set<Key, decltype(hash), decltype(equal)> known(count, hash, equal);
  for (std::size_t i = 0; i < count; ++i) {
    if (!findings_.key_is_known(i)) continue;
    const auto [first, is_new] = known.insert({hash_of(findings_.observation(i)), i});
    if (!is_new) refuse_duplicate(first->number, i);
  }
}

void Reader::refuse_duplicate(std::size_t first, std::size_t second) {
  const Observation& observation = findings_.observation(second);
  Diagnostic fault{Severity::error, "csv.duplicate_row", observation.where,
                   message("line {0} already gives the value of \"{1}\" for this year",
                           findings_.observation(first).where.line, shown(observation.indicator)),
                   message("keep one of the two, or say when each was received")};
  // Nobody knows which of the two is right.
  auto& faults_of_first = findings_.observation(first).faults;
  if (faults_of_first.empty()) faults_of_first.push_back(fault);
  findings_.fault(second, Column::indicator, std::move(fault));
}

/// False when there is no use in reading the rows.
bool check_header(const Row& header, const Position& where, Diagnostics& found) {
  if (header.fields <= most_cells) return true;
  found.error("csv.too_many_columns", where,
              message("the header has {0} columns, the most that are read is {1}", header.fields,
                      most_cells),
              message("keep the columns of the values"));
  return false;
}

std::vector<Observation> read_text(std::string_view text, const std::string& file,
                                   Diagnostics& found) {
  const char separator = find_separator(text);
  if (separator == 0) {
    found.error("csv.no_separator", {file, 1, 0},
                message("the header line has no \";\", \",\" or tab between column names"),
                message("write for example indicator;year;value"));
    return {};
  }
  RowReader rows(text, separator);
  Row row;
  const bool begun = rows.next(row) && (!tells_separator(row) || rows.next(row));
  if (!begun) {
    found.error("csv.empty", {file, 0, 0}, message("this file is empty"));
    return {};
  }
  const Position header{file, row.cells.front().line, 0};
  if (!check_header(row, header, found)) return {};
  Findings findings(file, text);
  const Columns columns(row, file, text, findings.general());
  Reader reader(columns, findings);
  if (!findings.general().empty()) reader.set_header_fault(findings.general().all().front());
  if (columns.has(Column::value) || columns.has(Column::numerator)) {
    bool any = false;
    for (; rows.next(row); any = true) reader.read(row);
    reader.finish();
    if (!any) {
      findings.general().error("csv.no_rows", header, message("below the header there is no row"),
                               message("add one row for each value"));
    }
  }
  return findings.deliver(found);
}

}  // namespace

std::vector<Observation> read_observations(std::string_view bytes, const std::string& file,
                                           Diagnostics& found) {
  std::string converted;
  const auto text = decode(bytes, file, converted, found);
  return text ? read_text(*text, file, found) : std::vector<Observation>{};
}

}  // namespace cpom::csv
