#include "compare/difference.hpp"

#include <map>
#include <string>
#include <tuple>

namespace cpom::compare {
namespace {

struct ByKey {
  bool operator()(const Key& one, const Key& other) const {
    return std::tie(one.contract, one.about, one.strand, one.year) <
           std::tie(other.contract, other.about, other.strand, other.year);
  }
};

Course course_between(std::optional<int> before, std::optional<int> after) {
  if (!before || !after || *before == *after) return Course::level;
  return *after < *before ? Course::better : Course::worse;
}

ResultChange change_of(const Result& before, const Result& after) {
  ResultChange change;
  change.before = before;
  change.after = after;
  change.status = before.status != after.status;
  // What a rule gives counts, and not only what is shown of it.
  change.measure = before.measure != after.measure || before.shown_measure != after.shown_measure;
  change.target = before.target != after.target;
  change.reason = before.reason != after.reason;
  return change;
}

bool differs(const ResultChange& change) {
  return change.status || change.measure || change.target || change.reason;
}

WeatherChange change_of(const Weather& before, const Weather& after) {
  WeatherChange change;
  change.before = before;
  change.after = after;
  return change;
}

bool differs(const WeatherChange& change) { return change.before->level != change.after->level; }

/// Adds to \a changes what differs between the two lists; returns how many are the same.
template <class Each, class EachChange>
long compare_lists(const std::vector<Each>& before, const std::vector<Each>& after,
                   std::vector<EachChange>& changes) {
  long same = 0;
  std::map<Key, const Each*, ByKey> former;
  for (const Each& each : before) former.emplace(each.key, &each);
  for (const Each& each : after) {
    const auto known = former.find(each.key);
    if (known == former.end()) {
      EachChange came;
      came.change = Change::came;
      came.after = each;
      changes.push_back(std::move(came));
      continue;
    }
    EachChange change = change_of(*known->second, each);
    former.erase(known);
    if (differs(change)) {
      changes.push_back(std::move(change));
    } else {
      ++same;
    }
  }
  for (const Each& each : before) {
    if (!former.contains(each.key)) continue;
    EachChange went;
    went.change = Change::went;
    went.before = each;
    changes.push_back(std::move(went));
  }
  return same;
}

}  // namespace

Course ResultChange::course() const {
  return change == Change::changed ? course_between(before->rank, after->rank) : Course::level;
}

Course WeatherChange::course() const {
  return change == Change::changed ? course_between(before->rank, after->rank) : Course::level;
}

Difference difference(const Results& before, const Results& after) {
  Difference found;
  found.same = compare_lists(before.results, after.results, found.results);
  compare_lists(before.weathers, after.weathers, found.weathers);
  return found;
}

}  // namespace cpom::compare
