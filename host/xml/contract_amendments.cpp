#include <algorithm>
#include <utility>

#include "xml/contract_reading.hpp"

namespace cpom::xml {
namespace {

/// An amendment, with the element that holds its changes.
struct Dated {
  model::Amendment amendment;
  Element element;
};

/// Applies amendments, which have to come in the order in which they take effect.
class Changes {
 public:
  explicit Changes(ContractReading& reading) : reading_(reading) {}

  void apply(const Dated& dated);

 private:
  struct Change {
    std::string amendment;
    int line;
  };

  void set_target(const Element& element, const Origin& origin);
  void end_target(const Element& element, const Origin& origin);
  void end_indicator(const Element& element, const Origin& origin);
  void read_roadmap(const Element& element, const Origin& origin);
  model::Selection* followed_then(const Element& element, const char* attribute,
                                  const Origin& origin);
  void check_conflict(const Element& element, const std::string& code, const model::Target& target);
  bool has_target(const model::Selection& selection, const model::Target& wanted) const;
  bool is_of_same_day(const std::string& amendment, const Origin& origin) const;

  ContractReading& reading_;
  /// Indicator, strand, year (0: the target with a due date), day in force.
  std::map<std::tuple<std::string, std::string, int, Date>, Change> changes_;
};

void Changes::apply(const Dated& dated) {
  const Origin origin = {dated.amendment.number, dated.amendment.effective,
                         dated.element.date("effective").has_value()};
  for (const Element& element : dated.element.children()) {
    if (element.name() == "set-target") set_target(element, origin);
    if (element.name() == "end-target") end_target(element, origin);
    if (element.name() == "add-indicator") read_chosen(reading_, element, origin);
    if (element.name() == "define-indicator") read_added(reading_, element, origin);
    if (element.name() == "end-indicator") end_indicator(element, origin);
    if (element.name() == "end-objective") read_end_of_objective(reading_, element, origin);
    if (element.name() == "roadmap") read_roadmap(element, origin);
  }
}

/// Whether another amendment of that number takes effect on the same day: what they contradict
/// each other in is told of both.
bool Changes::is_of_same_day(const std::string& amendment, const Origin& origin) const {
  const auto& all = reading_.contract.amendments;
  return amendment != origin.amendment &&
         std::any_of(all.begin(), all.end(), [&](const model::Amendment& other) {
           return other.number == amendment && other.effective == origin.in_force;
         });
}

/// The followed indicator, if the contract still follows it on the day of the amendment.
model::Selection* Changes::followed_then(const Element& element, const char* attribute,
                                         const Origin& origin) {
  model::Selection* selection = find_followed(reading_, element, attribute);
  if (selection == nullptr || !selection->followed_to) return selection;
  if (origin.in_force <= *selection->followed_to) return selection;
  element.error("contract.not_followed", attribute,
                message("the contract follows the indicator \"{0}\" until {1} only",
                        selection->indicator.code, *selection->followed_to),
                message("leave this out, or let the amendment take effect earlier"));
  return nullptr;
}

void Changes::set_target(const Element& element, const Origin& origin) {
  const std::string code = element.text("indicator");
  model::Selection* selection = reading_.selection(code);
  if (selection == nullptr || !is_of_same_day(selection->ended_by, origin)) {
    selection = followed_then(element, "indicator", origin);
  }
  auto target = read_target(reading_, element, reading_.definition(code), origin);
  if (selection == nullptr) return;
  if (!target) {
    reading_.incomplete.insert(code);
    return;
  }
  check_conflict(element, code, *target);
  selection->targets.push_back(std::move(*target));
}

void Changes::end_target(const Element& element, const Origin& origin) {
  model::Selection* selection = followed_then(element, "indicator", origin);
  auto target = read_target_year(reading_, element, origin);
  if (selection == nullptr || !target) return;
  target->ended = true;
  const std::string& code = selection->indicator.code;
  if (!has_target(*selection, *target) && !reading_.incomplete.contains(code)) {
    const char* attribute = target->due                 ? "due"
                            : target->contract_year > 0 ? "contract-year"
                                                        : "year";
    return element.error("contract.no_target_to_end", attribute,
                         message("the indicator \"{0}\" has no such target to end", code),
                         message("name the year, contract year or due date of one that it has"));
  }
  check_conflict(element, code, *target);
  selection->targets.push_back(std::move(*target));
}

/// Whether one of the strands meant by \a wanted has a target for its year that did not end.
bool Changes::has_target(const model::Selection& selection, const model::Target& wanted) const {
  const auto strands = reading_.meant_strands(wanted.strand);
  return std::any_of(strands.begin(), strands.end(), [&](const std::string& strand) {
    const auto last = std::find_if(selection.targets.rbegin(), selection.targets.rend(),
                                   [&](const model::Target& target) {
                                     return (target.strand.empty() || target.strand == strand) &&
                                            target.due == wanted.due && target.year == wanted.year;
                                   });
    return last != selection.targets.rend() && !last->ended;
  });
}

/// Two texts of one day that change one target leave open which of them holds.
void Changes::check_conflict(const Element& element, const std::string& code,
                             const model::Target& target) {
  for (const std::string& strand : reading_.meant_strands(target.strand)) {
    const auto [earlier, is_new] =
        changes_.emplace(std::tuple{code, strand, target.due ? 0 : target.year, target.in_force},
                         Change{target.amendment, target.where.line});
    if (is_new) continue;
    if (earlier->second.amendment == target.amendment) {
      return element.error("contract.duplicate_target", "",
                           message("line {0} of the same amendment changes this target already",
                                   earlier->second.line),
                           message("keep one of the two"));
    }
    return element.error("contract.conflicting_amendments", "",
                         message("amendment \"{0}\", in line {1}, changes the same target on the "
                                 "same day",
                                 earlier->second.amendment, earlier->second.line),
                         message("keep one of the two, or give one amendment a later day"));
  }
}

void Changes::end_indicator(const Element& element, const Origin& origin) {
  model::Selection* selection = followed_then(element, "code", origin);
  if (selection == nullptr || !knows_last_day(element, origin)) return;
  const Date last = element.date("on").value_or(day_before(origin.in_force));
  const Date end = reading_.contract.end;
  if (last < selection->followed_from && is_of_same_day(selection->added_by, origin)) return;
  if (reading_.period_known && (last < selection->followed_from || last > end)) {
    return element.error("contract.end_outside_period", element.has("on") ? "on" : "",
                         message("the indicator \"{0}\" cannot be followed until {1}",
                                 selection->indicator.code, last),
                         message("it is followed from {0}, and the contract ends on {1}",
                                 selection->followed_from, end));
  }
  if (selection->followed_to) {
    return element.error("contract.ended_twice", "code",
                         message("amendment \"{0}\" ends the indicator \"{1}\" already",
                                 selection->ended_by, selection->indicator.code),
                         message("keep one of the two"));
  }
  selection->followed_to = last;
  selection->ended_by = origin.amendment;
}

void Changes::read_roadmap(const Element& element, const Origin& origin) {
  const auto from = element.date("from");
  const auto to = element.date("to");
  if (!from || !to) return;
  model::Contract& contract = reading_.contract;
  if (*to < *from) {
    return element.error("contract.roadmap_period", "to",
                         message("the roadmap ends on {0}, before it starts on {1}", *to, *from),
                         message("correct one of the two days"));
  }
  if (reading_.period_known && (*from < contract.start || *to > contract.end)) {
    const bool early = *from < contract.start;
    return element.error("contract.roadmap_period", early ? "from" : "to",
                         message("{0} is outside the period of the contract", early ? *from : *to),
                         message("it goes from {0} to {1}", contract.start, contract.end));
  }
  contract.roadmaps.push_back(
      {origin.amendment, element.text("label"), *from, *to, element.where()});
}

// --- The amendments themselves ------------------------------------------------------------

void check_dates(const ContractReading& reading, const Element& element,
                 const model::Amendment& amendment) {
  const model::Contract& contract = reading.contract;
  if (amendment.effective < amendment.signed_on) {
    element.error("contract.amendment_before_signature", "effective",
                  message("the amendment takes effect on {0}, before it is signed on {1}",
                          amendment.effective, amendment.signed_on),
                  message("correct one of the two days"));
  }
  if (contract.signed_on && amendment.signed_on < *contract.signed_on) {
    element.error("contract.amendment_before_signature", "signed",
                  message("the amendment is signed on {0}, before the contract is on {1}",
                          amendment.signed_on, *contract.signed_on),
                  message("correct one of the two days"));
  }
  if (!reading.period_known) return;
  if (amendment.effective < contract.start || amendment.effective > contract.end) {
    element.error("contract.amendment_outside_period", "effective",
                  message("{0} is outside the period of the contract", amendment.effective),
                  message("it goes from {0} to {1}", contract.start, contract.end));
  }
}

Dated read_amendment(ContractReading& reading, const Element& element) {
  model::Amendment amendment;
  amendment.number = element.text("number");
  amendment.label = element.text("label");
  amendment.signed_on = element.date("signed").value_or(reading.contract.start);
  amendment.effective = element.date("effective").value_or(reading.contract.start);
  amendment.where = element.where();
  if (element.date("signed") && element.date("effective")) {
    check_dates(reading, element, amendment);
  }
  return {std::move(amendment), element};
}

}  // namespace

void read_amendments(ContractReading& reading, const Element& amendments) {
  Declared numbers;
  std::vector<Dated> dated;
  for (const Element& element : amendments.children("amendment")) {
    numbers.add(element, "number", "contract.duplicate_amendment");
    dated.push_back(read_amendment(reading, element));
  }
  std::stable_sort(dated.begin(), dated.end(), [](const Dated& a, const Dated& b) {
    return a.amendment.effective < b.amendment.effective;
  });
  check_ends_of_one_day(reading, amendments);
  Changes changes(reading);
  for (Dated& one : dated) {
    changes.apply(one);
    reading.contract.amendments.push_back(std::move(one.amendment));
  }
}

}  // namespace cpom::xml
