#include "csv/findings.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <tuple>

namespace cpom::csv {
namespace {

constexpr std::size_t most_listed = 10'000;

bool is_key(Column column) { return column <= Column::year || column == Column::received; }

}  // namespace

std::string shown(std::string_view cell) {
  constexpr std::size_t longest = 60;
  if (cell.size() <= longest) return printable(cell);
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(cell[end]) & 0xC0) == 0x80) --end;
  return printable(cell.substr(0, end)) + "…";
}

Diagnostic misplaced_quotes(std::string_view column, const Cell& cell, Position where) {
  if (cell.quotes == Quotes::unclosed) {
    return {Severity::error, "csv.unclosed_quote", std::move(where),
            message("column \"{0}\": the quotation mark that opens here is never closed", column),
            message("close it, or take it out")};
  }
  return {Severity::error, "csv.stray_quote", std::move(where),
          message("column \"{0}\": a quotation mark is misplaced in {1}", column, shown(cell.text)),
          message("put the whole cell in quotation marks and double those inside it")};
}

Position Findings::position(const Cell& cell) const {
  return {file_, cell.line, column_of(cell, text_)};
}

std::size_t Findings::add_observation(const Cell& cell) {
  observations_.emplace_back().where = position(cell);
  key_is_known_.push_back(true);
  return observations_.size() - 1;
}

void Findings::fault(std::size_t number, Column column, Diagnostic diagnostic) {
  if (is_key(column)) key_is_known_[number] = false;
  if (listed_.size() < most_listed) {
    listed_.push_back(diagnostic);
  } else {
    ++unlisted_;
  }
  observations_[number].faults.push_back(std::move(diagnostic));
}

void Findings::fault(std::size_t number, Column column, const Cell& cell, std::string code,
                     Message what, Message remedy) {
  fault(number, column,
        {Severity::error, std::move(code), position(cell), std::move(what), std::move(remedy)});
}

std::vector<model::Observation> Findings::deliver(Diagnostics& found) {
  for (const Diagnostic& diagnostic : general_.all()) listed_.push_back(diagnostic);
  std::stable_sort(listed_.begin(), listed_.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.where.line, a.where.column) < std::tie(b.where.line, b.where.column);
  });
  for (Diagnostic& diagnostic : listed_) found.add(std::move(diagnostic));
  if (unlisted_ > 0) {
    found.error("csv.more_faults", {file_, 0, 0},
                plural_message("{0} more fault is not listed", "{0} more faults are not listed",
                               unlisted_, unlisted_),
                message("correct those above first"));
  }
  return std::move(observations_);
}

}  // namespace cpom::csv
