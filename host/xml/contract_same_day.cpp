#include <algorithm>

#include "xml/contract_reading.hpp"

namespace cpom::xml {
namespace {

using Elements = std::vector<Element>;

/// Whether \a target is about days after \a last.
bool goes_beyond(const ContractReading& reading, const Element& target, Date last) {
  const auto days = days_of_target(reading, target);
  return days && days->last > last;
}

/// Whether \a change, of an amendment in force on \a day, goes on with \a code after \a last.
bool goes_on(const ContractReading& reading, const Element& change, const std::string& code,
             Date day, Date last) {
  const bool is_followed = last >= day;
  if (change.name() == "set-target" && change.text("indicator") == code) {
    return !is_followed || goes_beyond(reading, change, last);
  }
  const bool adds = change.name() == "add-indicator" || change.name() == "define-indicator";
  if (!adds || change.text("code") != code) return false;
  const Elements targets = change.children("target");
  return !is_followed || std::any_of(targets.begin(), targets.end(), [&](const Element& target) {
    return goes_beyond(reading, target, last);
  });
}

void report(const Element& end, const Element& amendment, const Element& change) {
  const std::string number = amendment.text("number");
  const int line = change.where().line;
  const std::string code = end.text("code");
  end.error("contract.conflicting_amendments", "",
            change.name() == "set-target"
                ? message("amendment \"{0}\", in line {1}, sets a target of the indicator \"{2}\" "
                          "on the same day",
                          number, line, code)
                : message("amendment \"{0}\", in line {1}, adds the indicator \"{2}\" on the same "
                          "day",
                          number, line, code),
            message("keep one of the two, or give one amendment a later day"));
}

/// One report is enough, however many targets the other amendment sets.
void check_end(const ContractReading& reading, const Element& end, Date day,
               const Elements& others) {
  if (end.garbled("on")) return;
  const Date last = end.date("on").value_or(day_before(day));
  for (const Element& other : others) {
    for (const Element& change : other.children()) {
      if (goes_on(reading, change, end.text("code"), day, last)) return report(end, other, change);
    }
  }
}

}  // namespace

void check_ends_of_one_day(const ContractReading& reading, const Element& amendments) {
  const Elements all = amendments.children("amendment");
  for (const Element& amendment : all) {
    const auto day = amendment.date("effective");
    if (!day || !reading.period_known) continue;
    Elements others;
    std::copy_if(all.begin(), all.end(), std::back_inserter(others), [&](const Element& other) {
      return other.date("effective") == day && other.text("number") != amendment.text("number");
    });
    for (const Element& end : amendment.children("end-indicator")) {
      check_end(reading, end, *day, others);
    }
  }
}

}  // namespace cpom::xml
