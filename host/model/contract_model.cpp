#include "model/contract_model.hpp"

#include <algorithm>

namespace cpom::model {
namespace {

template <class Entry>
const Entry* find_in(const std::vector<Entry>& entries, std::string Entry::*name,
                     std::string_view wanted) {
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [&](const Entry& entry) { return entry.*name == wanted; });
  return found == entries.end() ? nullptr : &*found;
}

}  // namespace

const Indicator* Model::indicator(std::string_view code) const {
  return find_in(indicators, &Indicator::code, code);
}

const Objective* Model::objective(std::string_view wanted) const {
  return find_in(objectives, &Objective::id, wanted);
}

const Step* Model::step(std::string_view wanted) const {
  return find_in(calendar, &Step::id, wanted);
}

const Status* Model::status(std::string_view wanted) const {
  return find_in(statuses, &Status::id, wanted);
}

const Weather* Model::weather(std::string_view wanted) const {
  return find_in(weathers, &Weather::id, wanted);
}

const Territory* Model::territory(std::string_view wanted) const {
  return find_in(territories, &Territory::id, wanted);
}

const Mission* Model::mission(std::string_view wanted) const {
  return find_in(missions, &Mission::id, wanted);
}

const EngagementOutcome* Model::engagement_outcome(std::string_view wanted) const {
  return find_in(engagement_outcomes, &EngagementOutcome::id, wanted);
}

const Role* Model::role(std::string_view wanted) const { return find_in(roles, &Role::id, wanted); }

const std::vector<std::string>& known_units() {
  static const std::vector<std::string> units = {"percent", "per_thousand", "points",  "count",
                                                 "euro",    "yes_no",       "minutes", "days",
                                                 "months",  "square_metre"};
  return units;
}

}  // namespace cpom::model
