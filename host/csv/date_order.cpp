#include "csv/date_order.hpp"

namespace cpom::csv {

void DateOrder::read(std::size_t number, Column column, const Cell& cell, Target target) {
  const DateCell reading = read_date(cell.text);
  Proofs& proofs = proofs_[static_cast<std::size_t>(column)];
  if (!reading.date) {
    findings_.fault(
        number, column, cell, "csv.not_a_date",
        message("column \"{0}\": \"{1}\" is not a date", columns_.name(column), shown(cell.text)),
        message("write it as 2024-12-31 or 31/12/2024"));
  } else if (reading.proves == DateCell::Order::month_first) {
    proofs.month_first = true;
    findings_.fault(number, column, cell, "csv.month_first_date",
                    message("column \"{0}\": \"{1}\" has the month before the day",
                            columns_.name(column), shown(cell.text)),
                    message("write {0}", iso_text(*reading.date)));
  } else if (reading.if_month_first) {
    waiting_.push_back({number, column, cell, target, reading});
  } else {
    proofs.day_first = proofs.day_first || reading.proves == DateCell::Order::day_first;
    findings_.observation(number).*target = reading.date;
  }
}

void DateOrder::settle() {
  for (const Waiting& waiting : waiting_) {
    const Proofs& proofs = proofs_[static_cast<std::size_t>(waiting.column)];
    if (proofs.day_first && !proofs.month_first) {
      findings_.observation(waiting.number).*waiting.target = waiting.reading.date;
      continue;
    }
    findings_.fault(waiting.number, waiting.column, waiting.cell, "csv.ambiguous_date",
                    message("column \"{0}\": \"{1}\" may have the day or the month first",
                            columns_.name(waiting.column), shown(waiting.cell.text)),
                    message("write {0} or {1}", iso_text(*waiting.reading.date),
                            iso_text(*waiting.reading.if_month_first)));
  }
}

}  // namespace cpom::csv
