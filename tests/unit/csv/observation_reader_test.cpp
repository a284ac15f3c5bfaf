#include "csv/observation_reader.hpp"

#include "support/catch.hpp"

#include <string>
#include <vector>

namespace cpom::csv {
namespace {

using Lines = std::vector<std::string>;
using model::Observation;
using std::string_literals::operator""s;

struct Result {
  std::vector<Observation> observations;
  Lines messages;
};

Result read(std::string_view bytes) {
  Diagnostics found;
  Result result;
  result.observations = read_observations(bytes, "v.csv", found);
  for (const Diagnostic& diagnostic : found.all()) {
    result.messages.push_back(render(diagnostic, Language::english));
  }
  return result;
}

/// The messages of a file with the header indicateur;année;valeur.
Lines messages_of(const std::string& rows) {
  return read("indicateur;année;valeur\n" + rows).messages;
}

/// The values of a file with the header indicateur;année;valeur that has no fault.
std::vector<double> values_of(const std::string& rows) {
  const Result result = read("indicateur;année;valeur\n" + rows);
  CHECK(result.messages == Lines{});
  std::vector<double> values;
  for (const Observation& observation : result.observations) {
    values.push_back(observation.value.value());
  }
  return values;
}

TEST_CASE("reader: all columns of a complete file, in any order and either language", "[csv]") {
  const Result result = read(
      "Dénominateur;VALEUR;Contrat;volet;Code;composante;Exercice;Numérateur;source;"
      "Date de référence;date_de_reception;État;Commentaire;Libellé\n"
      "2 000;72,7;BRE;mayotte;2.c.1;dose-1;2024;1 454;\"SpF ; DCIR\";31/12/2024;2025-03-15;"
      "provisoire;à revoir;HPV\n");
  CHECK(result.messages == Lines{});
  REQUIRE(result.observations.size() == 1);
  const Observation& read = result.observations.front();
  CHECK(read.contract == "BRE");
  CHECK(read.strand == "mayotte");
  CHECK(read.indicator == "2.c.1");
  CHECK(read.component == "dose-1");
  CHECK(read.label == "HPV");
  CHECK(read.year == 2024);
  CHECK(read.contract_year == 0);
  CHECK(read.value == 72.7);
  CHECK(read.numerator == 1454.0);
  CHECK(read.denominator == 2000.0);
  CHECK(read.source == "SpF ; DCIR");
  CHECK(read.reference == make_date(2024, 12, 31));
  CHECK(read.received == make_date(2025, 3, 15));
  CHECK(read.provisional);
  CHECK(read.where == Position{"v.csv", 2, 7});
  CHECK(read.faults.empty());
}

TEST_CASE("reader: the line by which a spreadsheet tells its separator is no header", "[csv]") {
  const Result result = read("sep=;\r\nindicateur;année;valeur\r\n1.a;2024;1,5\r\n");
  CHECK(result.messages == Lines{});
  REQUIRE(result.observations.size() == 1);
  CHECK(result.observations.front().value == 1.5);
  CHECK(result.observations.front().where.line == 3);
  CHECK(read("SEP=,\nindicateur,année,valeur\n1.a,2024,\"x;y;z;t\"\n").messages ==
        Lines{"v.csv:3:10: error: column \"valeur\": \"x;y;z;t\" is not a number (write the "
              "number alone and in full, for example 12,5) [csv.not_a_number]"});
  CHECK(read("sep=;\n").messages == Lines{"v.csv: error: this file is empty [csv.empty]"});
}

TEST_CASE("reader: English names, comma, quoted decimal commas, years of the contract", "[csv]") {
  const Result result = read(
      "contract,strand,indicator,component,year,value,source,reference_date,received,state,"
      "comment\n"
      "X,,1.a,,N2,\"12,5 %\",s,,,final,\n");
  CHECK(result.messages == Lines{});
  REQUIRE(result.observations.size() == 1);
  const Observation& read = result.observations.front();
  CHECK(read.contract_year == 2);
  CHECK(read.year == 0);
  CHECK(read.value == 12.5);
  CHECK_FALSE(read.reference);
  CHECK_FALSE(read.received);
  CHECK_FALSE(read.provisional);
}

TEST_CASE("reader: byte-order mark, CRLF, tabs, line breaks in cells", "[csv]") {
  const Result result = read(
      "\xEF\xBB\xBFindicateur\tannée\tvaleur\tsource\r\n1.a\t2024\t1\t\"deux\r\nlignes\"\r\n"
      "1.b\t2024\t2,5\tx\r\n");
  CHECK(result.messages == Lines{});
  REQUIRE(result.observations.size() == 2);
  CHECK(result.observations[0].source == "deux\r\nlignes");
  CHECK(result.observations[1].where == Position{"v.csv", 4, 10});
}

TEST_CASE("reader: Windows-1252 is assumed with a note", "[csv]") {
  const Result result = read(
      "indicateur;ann\xE9"
      "e;valeur;source\n1.a;2024;50\xA0"
      "000;d\xE9pistage \x96 c\x9Cur\n");
  CHECK(result.messages ==
        Lines{"v.csv:1:15: note: this is not UTF-8, so the file is read as Windows-1252 "
              "[csv.encoding]"});
  REQUIRE(result.observations.size() == 1);
  CHECK(result.observations[0].value == 50000.0);
  CHECK(result.observations[0].source == "dépistage – cœur");
}

TEST_CASE("reader: UTF-16 with its mark is converted", "[csv]") {
  std::string bytes = "\xFF\xFE";
  for (const char c : "indicator;year;value\n1.a;2024;1\n"s) bytes += {c, '\0'};
  const Result result = read(bytes);
  CHECK(result.messages == Lines{});
  CHECK(result.observations.size() == 1);
  CHECK(read(bytes + "x").messages ==
        Lines{"v.csv: error: this file begins as UTF-16 but does not go on so (save it as CSV in "
              "UTF-8) [csv.not_text]"});
}

TEST_CASE("reader: what is no text is refused as a whole", "[csv]") {
  CHECK(read("").messages == Lines{"v.csv: error: this file is empty [csv.empty]"});
  CHECK(read("\xEF\xBB\xBF\r\n \n").messages ==
        Lines{"v.csv: error: this file is empty [csv.empty]"});
  CHECK(read(";;;\n;;;\n").messages == Lines{"v.csv: error: this file is empty [csv.empty]"});
  CHECK(read("PK\x03\x04\0\0"s).messages ==
        Lines{"v.csv: error: this is a spreadsheet workbook, not a CSV file (save as CSV in the "
              "spreadsheet program) [csv.is_workbook]"});
  CHECK(read("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0"s).messages ==
        Lines{"v.csv: error: this is a spreadsheet workbook, not a CSV file (save as CSV in the "
              "spreadsheet program) [csv.is_workbook]"});
  CHECK(read("indicateur;année\n1.a;2\0"s).messages ==
        Lines{"v.csv:2:6: error: this file contains a NUL character: it is no text (save it as "
              "CSV in UTF-8) [csv.nul]"});
  CHECK(read("a;b\r\n\x81").messages ==
        Lines{"v.csv:2:1: error: this file is neither UTF-8 nor Windows-1252: byte 0x81 (save it "
              "as CSV in UTF-8) [csv.not_text]"});
  CHECK(read("\xEF\xBB\xBF"
             "é;\xE9")
            .messages == Lines{"v.csv:1:3: error: this file begins as UTF-8 but does not go on so "
                               "(save it as CSV in UTF-8) [csv.not_text]"});
}

TEST_CASE("reader: a header without separator, or without rows", "[csv]") {
  CHECK(read("indicateur année valeur\n").messages ==
        Lines{"v.csv:1: error: the header line has no \";\", \",\" or tab between column names "
              "(write for example indicator;year;value) [csv.no_separator]"});
  CHECK(messages_of("") == Lines{"v.csv:1: error: below the header there is no row (add one row "
                                 "for each value) [csv.no_rows]"});
  CHECK(messages_of("\n;;\n") == Lines{"v.csv:1: error: below the header there is no row (add one "
                                       "row for each value) [csv.no_rows]"});
}

TEST_CASE("reader: unknown, doubled and missing columns are all reported, rows are read on",
          "[csv]") {
  const Result result = read("indicatuer;année;value;Valeur;truc\n1.a;2024;x;2;3\n");
  CHECK(result.messages ==
        Lines{"v.csv:1: error: the header has no column \"indicator\" (\"indicateur\") (add it; "
              "the columns may stand in any order) [csv.missing_column]",
              "v.csv:1:1: error: unknown column \"indicatuer\" (did you mean \"indicateur\"?) "
              "[csv.unknown_column]",
              "v.csv:1:24: error: column \"Valeur\" means the same as column \"value\" before it "
              "(keep one of the two) [csv.duplicate_column]",
              "v.csv:1:31: error: unknown column \"truc\" (take it out, or name it \"comment\") "
              "[csv.unknown_column]",
              "v.csv:2:10: error: column \"value\": \"x\" is not a number (leave the cell empty "
              "when the value is not known) [csv.not_a_number]"});
  REQUIRE(result.observations.size() == 1);
  CHECK(result.observations[0].faults.size() == 2);
}

TEST_CASE("reader: a value, or a numerator and a denominator, must be there", "[csv]") {
  CHECK(read("indicateur;année\n1.a;2024\n").messages ==
        Lines{"v.csv:1: error: the header has no column \"value\" (\"valeur\") (add it; the "
              "columns may stand in any order) [csv.missing_column]"});
  CHECK(read("indicateur;valeur;numérateur\n1.a;1;2\n").messages ==
        Lines{"v.csv:1: error: the header has no column \"year\" (\"année\") (add it; the columns "
              "may stand in any order) [csv.missing_column]",
              "v.csv:1: error: the header has no column \"denominator\" (\"dénominateur\") (add "
              "it; the columns may stand in any order) [csv.missing_column]"});
  CHECK(read("code;exercice;numerator;denominator\n1.a;2024;1;2\n").messages == Lines{});
}

TEST_CASE("reader: a header may have many columns, but not any number", "[csv]") {
  CHECK(read("indicator;year;value" + std::string(100, ';') + "\n1.a;2024;1\n").messages ==
        Lines{"v.csv:1: error: the header has 103 columns, the most that are read is 100 (keep "
              "the columns of the values) [csv.too_many_columns]"});
}

TEST_CASE("reader: columns without a name must be empty", "[csv]") {
  const Result result = read("code;year;value;;\n1.a;2024;1;;\n1.b;2024;2;;perdu\n");
  CHECK(result.messages == Lines{"v.csv:3:13: error: \"perdu\" stands in a column without a name "
                                 "(name the column in the header, or empty it) "
                                 "[csv.unnamed_column]"});
  CHECK(result.observations[1].faults.size() == 1);
}

TEST_CASE("reader: a row with more or fewer cells than the header is refused", "[csv]") {
  const Result result = read("code,year,value\n1.a,2024,12,5\n1.b,2024\n1.c,2024,3\n");
  CHECK(result.messages ==
        Lines{"v.csv:2:1: error: cells in this row: 4; columns in the header: 3 (put a cell that "
              "contains the separator in quotation marks) [csv.field_count]",
              "v.csv:3:1: error: cells in this row: 2; columns in the header: 3 (write every cell "
              "of the row, also the empty ones) [csv.field_count]"});
  REQUIRE(result.observations.size() == 3);
  CHECK(result.observations[0].indicator == "1.a");
  CHECK(result.observations[0].year == 2024);
  CHECK_FALSE(result.observations[0].value);
  CHECK(result.observations[1].faults.size() == 1);
  CHECK(result.observations[2].faults.empty());
}

TEST_CASE("reader: a cell that is not a number, with its place, value and remedy", "[csv]") {
  CHECK(messages_of("1.a;2024;12,5 pts\n") ==
        Lines{"v.csv:2:10: error: column \"valeur\": \"12,5 pts\" is not a number (write the "
              "number alone and in full, for example 12,5) [csv.not_a_number]"});
  CHECK(messages_of("1.a;2024;n.d.\n") ==
        Lines{"v.csv:2:10: error: column \"valeur\": \"n.d.\" is not a number (leave the cell "
              "empty when the value is not known) [csv.not_a_number]"});
  CHECK(read("code;year;numerator;denominator\n1.a;2024;oui;2\n").messages ==
        Lines{"v.csv:2:10: error: column \"numerator\": \"oui\" is not a number (write the number "
              "alone and in full, for example 12,5) [csv.not_a_number]"});
}

TEST_CASE("reader: what is shown of a cell is short and harmless", "[csv]") {
  CHECK(messages_of("1.a;2024;\x1B[2J\n") ==
        Lines{"v.csv:2:10: error: column \"valeur\": \"\uFFFD[2J\" is not a number (write the "
              "number alone and in full, for example 12,5) [csv.not_a_number]"});
  const std::string shown = messages_of("1.a;2024;x" + std::string(1000, 'y') + "\n").at(0);
  CHECK(shown == "v.csv:2:10: error: column \"valeur\": \"x" + std::string(59, 'y') +
                     "…\" is not a number (write the number alone and in full, for example 12,5) "
                     "[csv.not_a_number]");
}

TEST_CASE("reader: yes and no are values", "[csv]") {
  CHECK(values_of("1.a;2024;oui\n1.b;2024;Non\n1.c;2024;TRUE\n") == std::vector<double>{1, 0, 1});
}

TEST_CASE("reader: zero is a value, an empty cell is none", "[csv]") {
  const Result result =
      read("code;year;value\n1.a;2024;0\n1.b;2024;\n1.c;2024; \n1.d;2024;\u00A0\n");
  CHECK(result.messages == Lines{"v.csv:3:1: note: 3 rows have no value: they are left out, and "
                                 "erase nothing [csv.empty_rows]"});
  REQUIRE(result.observations.size() == 1);
  CHECK(result.observations[0].value == 0.0);
  CHECK(messages_of("1.a;2024;\n") ==
        Lines{"v.csv:2:1: note: 1 row has no value: it is left out, and erases nothing "
              "[csv.empty_rows]"});
}

TEST_CASE("reader: two decimal signs in one file are refused, both cells named", "[csv]") {
  const Result result =
      read("code;year;value\n1.a;2024;12,5\n1.b;2024;12.5\n1.c;2024;7\n1.d;2024;0,25\n");
  CHECK(result.messages ==
        Lines{"v.csv:3:10: error: column \"value\": in \"12.5\" the decimal sign is the point, but "
              "in \"12,5\" on line 2 it is the comma (use one decimal sign in the whole file) "
              "[csv.mixed_decimals]"});
  REQUIRE(result.observations.size() == 4);
  CHECK(result.observations[0].value == 12.5);
  CHECK_FALSE(result.observations[1].value);
  CHECK(result.observations[1].faults.size() == 1);
}

TEST_CASE("reader: the rest of the file decides what 1.234 is", "[csv]") {
  CHECK(values_of("1.a;2024;1.234\n1.b;2024;0.5\n") == std::vector<double>{1.234, 0.5});
  const Result result = read("code;year;value\n1.a;2024;1.234\n1.b;2024;5.678\n1.c;2024;0,5\n");
  CHECK(result.messages ==
        Lines{"v.csv:2:10: note: 2 numbers are read without the point between their thousands: "
              "\"1.234\" as 1234, since the decimal sign on line 4 is the comma [csv.grouping]"});
  REQUIRE(result.observations.size() == 3);
  CHECK(result.observations[0].value == 1234.0);
  CHECK(result.observations[1].value == 5678.0);
}

TEST_CASE("reader: with nothing to decide it, 1.234 is refused", "[csv]") {
  CHECK(messages_of("1.a;2024;1.234\n1.b;2024;1 000\n") ==
        Lines{"v.csv:2:10: error: column \"valeur\": \"1.234\" may be 1234 or 1.2340, and nothing "
              "else in the file tells which (write 1234 or 1.2340) [csv.ambiguous_number]"});
  CHECK(messages_of("1.a;2024;-1,250 %\n") ==
        Lines{"v.csv:2:10: error: column \"valeur\": \"-1,250 %\" may be -1250 or -1,25, and "
              "nothing else in the file tells which (write -1250 or -1,25) "
              "[csv.ambiguous_number]"});
  CHECK(messages_of("1.a;2024;1.234\n1.b;2024;0.5\n1.c;2024;0,5\n").size() == 2);
}

TEST_CASE("reader: a numerator needs a denominator and the reverse", "[csv]") {
  const Result result = read(
      "code;year;value;num\u00E9rateur;denominator\n1.a;2024;;5;\n1.b;2024;3;;7\n1.c;2024;;1;2\n");
  CHECK(result.messages ==
        Lines{"v.csv:2:13: error: column \"denominator\" is empty, but column \"numérateur\" is "
              "not (give both, or none) [csv.incomplete_ratio]",
              "v.csv:3:12: error: column \"numérateur\" is empty, but column \"denominator\" is "
              "not (give both, or none) [csv.incomplete_ratio]"});
  CHECK(result.observations.size() == 3);
}

TEST_CASE("reader: an indicator and a year are needed in each row", "[csv]") {
  CHECK(messages_of(";2024;1\n1.a;;1\n1.a;24;1\n") ==
        Lines{"v.csv:2:1: error: column \"indicateur\": no indicator is named (write the code of "
              "the indicator) [csv.no_indicator]",
              "v.csv:3:5: error: column \"année\": no year is given (write 2024, or N1 to N9 for a "
              "year of the contract) [csv.no_year]",
              "v.csv:4:5: error: column \"année\": \"24\" is not a year (write 2024, or N1 to N9 "
              "for a year of the contract) [csv.not_a_year]"});
}

TEST_CASE("reader: a formula is text and no value", "[csv]") {
  CHECK(messages_of("1.a;2024;=B2/C2\n1.b;=2020+4;1\n=\"1.c\";2024;1\n") ==
        Lines{"v.csv:2:10: error: column \"valeur\": \"=B2/C2\" is a formula (paste it as a value) "
              "[csv.formula]",
              "v.csv:3:5: error: column \"année\": \"=2020+4\" is a formula (paste it as a value) "
              "[csv.formula]",
              "v.csv:4:1: error: column \"indicateur\": \"=\"1.c\"\" is a formula (paste it as a "
              "value) [csv.formula]"});
}

TEST_CASE("reader: misplaced and unclosed quotes", "[csv]") {
  CHECK(messages_of("1.a;2024;5\" 2\n1.b;2024;\"7\n1.c;2024;8\n") ==
        Lines{"v.csv:2:10: error: column \"valeur\": a quotation mark is misplaced in 5\" 2 (put "
              "the whole cell in quotation marks and double those inside it) [csv.stray_quote]",
              "v.csv:3:10: error: column \"valeur\": the quotation mark that opens here is never "
              "closed (close it, or take it out) [csv.unclosed_quote]"});
}

Lines received_messages(const std::string& first, const std::string& second) {
  return read("code;year;value;received\n1.a;2024;1;" + first + "\n1.b;2024;1;" + second + "\n")
      .messages;
}

TEST_CASE("reader: a date that could be American is refused", "[csv]") {
  CHECK(received_messages("03/04/2025", "05/05/2025") ==
        Lines{"v.csv:2:12: error: column \"received\": \"03/04/2025\" may have the day or the "
              "month first (write 2025-04-03 or 2025-03-04) [csv.ambiguous_date]"});
  CHECK(received_messages("03/04/2025", "2025-12-31").size() == 1);
}

TEST_CASE("reader: a date of the same column that has the day first settles it", "[csv]") {
  const Result result = read(
      "code;year;value;received;reference_date\n1.a;2024;1;03/04/2025;\n"
      "1.b;2024;1;15/04/2025;01/02/2024\n");
  CHECK(result.messages ==
        Lines{"v.csv:3:23: error: column \"reference_date\": \"01/02/2024\" may have the day or "
              "the month first (write 2024-02-01 or 2024-01-02) [csv.ambiguous_date]"});
  CHECK(result.observations[0].received == make_date(2025, 4, 3));
}

TEST_CASE("reader: a date with the month first is refused, and settles nothing", "[csv]") {
  CHECK(received_messages("03/04/2025", "04/15/2025") ==
        Lines{"v.csv:2:12: error: column \"received\": \"03/04/2025\" may have the day or the "
              "month first (write 2025-04-03 or 2025-03-04) [csv.ambiguous_date]",
              "v.csv:3:12: error: column \"received\": \"04/15/2025\" has the month before the day "
              "(write 2025-04-15) [csv.month_first_date]"});
  CHECK(read("code;year;value;received\n1.a;2024;1;03/04/2025\n1.b;2024;1;04/15/2025\n"
             "1.c;2024;1;15/04/2025\n")
            .messages.size() == 2);
}

TEST_CASE("reader: what is no date, no state", "[csv]") {
  CHECK(received_messages("31/02/2025", "hier") ==
        Lines{"v.csv:2:12: error: column \"received\": \"31/02/2025\" is not a date (write it as "
              "2024-12-31 or 31/12/2024) [csv.not_a_date]",
              "v.csv:3:12: error: column \"received\": \"hier\" is not a date (write it as "
              "2024-12-31 or 31/12/2024) [csv.not_a_date]"});
  CHECK(read("code;year;value;statut\n1.a;2024;1;validé\n").messages ==
        Lines{"v.csv:2:12: error: column \"statut\": \"validé\" is neither provisional nor final "
              "(write \"provisional\" (\"provisoire\") or \"final\" (\"définitif\")) "
              "[csv.unknown_state]"});
}

TEST_CASE("reader: one value twice is refused, and neither is trusted", "[csv]") {
  const Result result = read(
      "code;year;strand;value;received\n1.a;2024;;1;\n1.b;2024;;1;\n1.a;2024;;2;\n1.a;N1;;3;\n"
      "1.a;2024;x;4;\n1.a;2024;;5;2025-01-31\n1.a;2024;;6;31/01/2025\n");
  CHECK(result.messages ==
        Lines{"v.csv:4:11: error: line 2 already gives the value of \"1.a\" for this year (keep "
              "one of the two, or say when each was received) [csv.duplicate_row]",
              "v.csv:8:11: error: line 7 already gives the value of \"1.a\" for this year (keep "
              "one of the two, or say when each was received) [csv.duplicate_row]"});
  REQUIRE(result.observations.size() == 7);
  CHECK(result.observations[0].faults.size() == 1);
  CHECK(result.observations[1].faults.empty());
  CHECK(result.observations[2].faults.size() == 1);
  CHECK(result.observations[3].faults.empty());
}

TEST_CASE("reader: rows whose date of receipt cannot be read are no duplicates", "[csv]") {
  const Lines messages =
      read("code;year;value;received\n1.a;2024;1;hier\n1.a;2024;1;demain\n").messages;
  CHECK(messages.size() == 2);
}

TEST_CASE("reader: all faults of a row and of a file in one pass, in the order of the file",
          "[csv]") {
  const Result result =
      read("code;year;value;received;state\n1.a;24;1.234;03/04/2025;?\n1.b;2024;x y;hier;final\n");
  CHECK(result.messages.size() == 6);
  REQUIRE(result.observations.size() == 2);
  CHECK(result.observations[0].faults.size() == 4);
  CHECK(result.observations[1].faults.size() == 2);
  CHECK(result.messages[0].starts_with("v.csv:2:5: "));
  CHECK(result.messages[1].starts_with("v.csv:2:8: "));
  CHECK(result.messages[2].starts_with("v.csv:2:14: "));
  CHECK(result.messages[3].starts_with("v.csv:2:25: "));
  CHECK(result.messages[4].starts_with("v.csv:3:10: "));
}

TEST_CASE("reader: of very many faults the first are listed, the others counted", "[csv]") {
  std::string rows;
  for (int i = 0; i < 10'003; ++i) rows += "1.a;2024;x\n";
  const Result result = read("code;year;value\n" + rows);
  CHECK(result.messages.size() == 10'001);
  CHECK(result.messages.back() ==
        "v.csv: error: 10005 more faults are not listed (correct those above first) "
        "[csv.more_faults]");
  CHECK(result.observations.size() == 10'003);
}

TEST_CASE("reader: what was found before stays in front", "[csv]") {
  Diagnostics found;
  found.note("other", {"a.xml", 9, 9}, message("first"));
  read_observations("", "v.csv", found);
  REQUIRE(found.all().size() == 2);
  CHECK(found.all()[0].code == "other");
}

}  // namespace
}  // namespace cpom::csv
