#include "csv/cells.hpp"

#include "support/catch.hpp"

#include <string>

namespace cpom::csv {
namespace {

struct Number {
  const char* text;
  double value;
  char sign;
};

TEST_CASE("numbers: as French and English offices write them", "[csv]") {
  const Number numbers[] = {
      {"0", 0, 0},
      {"-5", -5, 0},
      {"\u22125,5", -5.5, ','},
      {"+7", 7, 0},
      {"007", 7, 0},
      {"12,5", 12.5, ','},
      {"12.5", 12.5, '.'},
      {"0,123", 0.123, ','},
      {"0.123", 0.123, '.'},
      {"00,500", 0.5, ','},
      {"1234,567", 1234.567, ','},
      {"12,3456", 12.3456, ','},
      {"50 000", 50000, 0},
      {"50\u00A0000", 50000, 0},
      {"50\u202F000,25", 50000.25, ','},
      {"1\u2009234\u2009567", 1234567, 0},
      {"1 234\u00A0567.5", 1234567.5, '.'},
      {"1 234,567", 1234.567, ','},
      {"1.234,5", 1234.5, ','},
      {"1,234.5", 1234.5, '.'},
      {"1.234,567", 1234.567, ','},
      {"1.234.567", 1234567, ','},
      {"1,234,567", 1234567, '.'},
      {"-1.234.567,89", -1234567.89, ','},
      {"12,5 %", 12.5, ','},
      {"12,5\u202F%", 12.5, ','},
      {"100%", 100, 0},
      {"40 \u20AC", 40, 0},
      {"1 500,50\u00A0\u20AC", 1500.5, ','},
  };
  for (const Number& number : numbers) {
    INFO(number.text);
    const NumberCell cell = read_number(number.text);
    CHECK(cell.value == number.value);
    CHECK(cell.decimal_sign == number.sign);
    CHECK_FALSE(cell.grouped);
  }
}

TEST_CASE("numbers: three digits after one sign can be decimals or thousands", "[csv]") {
  struct Case {
    const char* text;
    double decimal;
    double grouped;
    char sign;
  };
  const Case cases[] = {{"1.234", 1.234, 1234, '.'},
                        {"1,234", 1.234, 1234, ','},
                        {"-12,345 %", -12.345, -12345, ','},
                        {"999.000", 999, 999000, '.'}};
  for (const Case& c : cases) {
    INFO(c.text);
    const NumberCell cell = read_number(c.text);
    CHECK(cell.value == c.decimal);
    CHECK(cell.grouped == c.grouped);
    CHECK(cell.decimal_sign == c.sign);
  }
}

TEST_CASE("numbers: anything else is none", "[csv]") {
  for (const char* const text :
       {"",          "-",        "+",        "%",          "\u20AC",   "12,",        ",5",
        "5.",        ".5",       "1,2,3",    "1.2.3",      "12 34",    "1 2345",     "1234 567",
        "0 123",     "1  234",   "1,23.4",   "1.23,4",     "1,234,56", "12,345.6.7", "1 234 56",
        "1.234 567", "1,234 5",  "1e3",      "1,2E+05",    "0x1F",     "nan",        "NaN",
        "inf",       "Infinity", "12,5 pts", "12 M\u20AC", "5 %%",     "% 5",        "--5",
        "-+5",       "- 5",      "5-",       "(5)",        "\u20135",  "12'500",     "1/2",
        "1_000",     "\uFF11",   "\u0661",   "12,5,",      "$5",       "1 %\u20AC",  "n.d.",
        "oui",       "1,2 3",    "1.234.56", "1\n234"}) {
    INFO(text);
    CHECK_FALSE(read_number(text).value);
  }
}

TEST_CASE("numbers: too large for a number is none", "[csv]") {
  CHECK_FALSE(read_number(std::string(400, '9')).value);
  CHECK(read_number(std::string(300, '0') + "7").value == 7.0);
  CHECK_FALSE(read_number("1 234 567 890 123 456 789 012 345 678 901").value);
}

TEST_CASE("yes and no in both languages are one and zero", "[csv]") {
  for (const char* const text : {"oui", "OUI", "yes", "Vrai", "true"}) {
    INFO(text);
    CHECK(read_yes_no(text) == 1.0);
  }
  for (const char* const text : {"non", "No", "faux", "FALSE"}) {
    INFO(text);
    CHECK(read_yes_no(text) == 0.0);
  }
  for (const char* const text : {"", "o", "n", "ouioui", "1", "ja", "nonoui"}) {
    INFO(text);
    CHECK_FALSE(read_yes_no(text));
  }
}

TEST_CASE("ways to say that a value is not known are recognised", "[csv]") {
  for (const char* const text :
       {"n.d.",       "nd",  "ND",   "N.D",     "NC",    "n.c.",    "ns",
        "NS",         "n/a", "#N/A", "#DIV/0!", "-",     "--",      "\u2013",
        "?",          "X",   "...",  "N R",     "Néant", "inconnu", "non disponible",
        "Sans objet", "NaN", "null"}) {
    INFO(text);
    CHECK(means_unknown(text));
  }
  for (const char* const text : {"12,5 pts", "abc", "1e3", "non", "nds", "n d c"}) {
    INFO(text);
    CHECK_FALSE(means_unknown(text));
  }
}

TEST_CASE("years: of the calendar or of the contract", "[csv]") {
  CHECK(read_year("2024")->year == 2024);
  CHECK(read_year("2024")->contract_year == 0);
  CHECK(read_year("N1")->contract_year == 1);
  CHECK(read_year("n9")->contract_year == 9);
  CHECK(read_year("N1")->year == 0);
  for (const char* const text : {"", "24", "02024", "1899", "2200", "2024,0", "2024.0", "N", "N0",
                                 "N10", "N-1", "2023-2024", "2 024", "-2024", "an 1"}) {
    INFO(text);
    CHECK_FALSE(read_year(text));
  }
}

TEST_CASE("dates: ISO or with a clear order", "[csv]") {
  using Order = DateCell::Order;
  const Date last_day = make_date(2024, 12, 31);
  CHECK(read_date("2024-12-31").date == last_day);
  CHECK(read_date("2024-12-31").proves == Order::unknown);
  CHECK_FALSE(read_date("2024-03-04").if_month_first);
  for (const char* const text : {"31/12/2024", "31-12-2024", "31.12.2024"}) {
    INFO(text);
    CHECK(read_date(text).date == last_day);
    CHECK(read_date(text).proves == Order::day_first);
    CHECK_FALSE(read_date(text).if_month_first);
  }
  CHECK(read_date("12/31/2024").date == last_day);
  CHECK(read_date("12/31/2024").proves == Order::month_first);
  CHECK(read_date("5/5/2024").date == make_date(2024, 5, 5));
  CHECK(read_date("05/05/2024").proves == Order::unknown);
  CHECK_FALSE(read_date("05/05/2024").if_month_first);
}

TEST_CASE("dates: day and month up to twelve can be exchanged", "[csv]") {
  const DateCell cell = read_date("03/04/2025");
  CHECK(cell.date == make_date(2025, 4, 3));
  CHECK(cell.if_month_first == make_date(2025, 3, 4));
  CHECK(cell.proves == DateCell::Order::unknown);
}

TEST_CASE("dates: what exists in no calendar, or is cut short, is none", "[csv]") {
  for (const char* const text : {"",
                                 "31/02/2024",
                                 "32/01/2024",
                                 "29/02/2023",
                                 "31/04/2024",
                                 "00/10/2024",
                                 "13/13/2024",
                                 "31/12/24",
                                 "31/12",
                                 "2024",
                                 "12/2024",
                                 "31/12-2024",
                                 "31 12 2024",
                                 "2024/12/31",
                                 "2024-12-31 00:00:00",
                                 "31/12/2024 ",
                                 "031/12/2024",
                                 "1899-12-31",
                                 "31/12/2200",
                                 "45657",
                                 "décembre 2024",
                                 "31/12/2024/1",
                                 "-1/12/2024"}) {
    INFO(text);
    CHECK_FALSE(read_date(text).date);
  }
}

TEST_CASE("states: provisional or final, in both languages", "[csv]") {
  CHECK(read_provisional("provisional") == true);
  CHECK(read_provisional("Provisoire") == true);
  for (const char* const text :
       {"final", "définitif", "DÉFINITIVE", "definitif", "consolidé", "Consolide", "consolidée"}) {
    INFO(text);
    CHECK(read_provisional(text) == false);
  }
  for (const char* const text : {"", "prov", "validé", "final provisoire"}) {
    INFO(text);
    CHECK_FALSE(read_provisional(text));
  }
}

}  // namespace
}  // namespace cpom::csv
