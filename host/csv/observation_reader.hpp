/// CSV files of values, as French offices produce them, to observations.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "model/observation.hpp"

namespace cpom::csv {

/// Reads all rows of \a bytes; \a file serves in positions only. Each fault is an error with line,
/// column and remedy, and is also noted in the faults of its observation, which is returned all the
/// same so that a caller who goes on can mark what it touches; faults of the header are noted in
/// every observation.
///
/// The file: UTF-8 with or without byte-order mark, UTF-16 with one, or Windows-1252; lines end
/// with LF, CRLF or CR; the separator is the one of ';', ',' and tab that the header has most of;
/// quoted cells may hold separators, line breaks and doubled quotes.
///
/// Columns, in any order, whatever their case and accents: contract (contrat), strand (volet),
/// indicator (indicateur, code), component (composante), year (année, exercice: 2024 or N1 to N9),
/// value (valeur, réalisé, valeur réalisée), numerator (numérateur), denominator (dénominateur),
/// source, reference_date (date de référence), received (date_received, date de réception), state
/// (état, statut: provisoire, définitif, consolidé…). Comment (commentaire, note) and label
/// (libellé) are accepted and not read. Indicator, year, and value or numerator with denominator
/// must be there.
///
/// Numbers: « 12 345,6 », "12345.6", "1.234.567,8", -5, "12,5 %", "40 €"; in the value also oui,
/// non, yes, no, vrai, faux, true, false. One decimal sign per file: the first clear one settles
/// it, and decides what "1.234" is; with no clear one "1.234" is refused. Units are checked later,
/// against the indicator; here "12,5 %" is read as 12.5.
///
/// Dates: 2024-12-31, 31/12/2024, 31-12-2024, 31.12.2024. 03/04/2025 could be American: it is
/// refused unless another date of its column can only have the day first and none has the month
/// first. 12/31/2024 is always refused.
///
/// A row without value, numerator and denominator is no observation and erases nothing; a note says
/// how many there are. Two rows that differ in nothing but their figures are an error.
std::vector<model::Observation> read_observations(std::string_view bytes, const std::string& file,
                                                  Diagnostics& found);

}  // namespace cpom::csv
