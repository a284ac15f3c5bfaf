// Whether the thresholds of a scale, which every layer may move, still stand in order.
#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "model/parameter.hpp"

namespace cpom::model {
namespace {

/// For whom thresholds are looked up: all, the indicators of an objective, or one indicator.
struct Scope {
  std::string indicator;
  std::string objective;

  bool operator<(const Scope& other) const {
    return std::tie(indicator, objective) < std::tie(other.indicator, other.objective);
  }
};

/// Whether \a one is more to blame for a disorder than \a other: set by a more particular layer,
/// or for fewer.
bool is_more_particular(const Parameter& one, const Parameter& other) {
  const auto rank = [](const Parameter& parameter) {
    return !parameter.indicator.empty() ? 2 : int{!parameter.objective.empty()};
  };
  if (one.layer != other.layer) return one.layer > other.layer;
  return rank(one) >= rank(other);
}

/// Tells each parameter that breaks the order once, whatever the number of scopes it holds for.
class Disorders {
 public:
  explicit Disorders(Diagnostics& found) : found_(found) {}

  void check_pair(const Bands& bands, const Parameter& lower, const Parameter& upper);
  void check_ends(const Bands& bands, const Parameter& threshold);

 private:
  bool is_new(const Bands& bands, const Parameter& guilty) {
    return told_.emplace(bands.name, &guilty).second;
  }

  Diagnostics& found_;
  std::set<std::pair<std::string, const Parameter*>> told_;
};

void Disorders::check_pair(const Bands& bands, const Parameter& lower, const Parameter& upper) {
  if (lower.value < upper.value) return;
  const bool upper_is_guilty = is_more_particular(upper, lower);
  const Parameter& guilty = upper_is_guilty ? upper : lower;
  const Parameter& other = upper_is_guilty ? lower : upper;
  if (!is_new(bands, guilty)) return;
  found_.error(
      "parameter.bands_disordered", guilty.where,
      upper_is_guilty
          ? message("the threshold \"{0}\" of the scale \"{1}\" is {2}, and \"{3}\", which "
                    "comes before it, is {4} in {5}",
                    guilty.name, bands.name, Figure{guilty.value}, other.name, Figure{other.value},
                    text_of(other.where))
          : message("the threshold \"{0}\" of the scale \"{1}\" is {2}, and \"{3}\", which "
                    "comes after it, is {4} in {5}",
                    guilty.name, bands.name, Figure{guilty.value}, other.name, Figure{other.value},
                    text_of(other.where)),
      message("the thresholds of a scale rise: change one of the two"));
}

void Disorders::check_ends(const Bands& bands, const Parameter& threshold) {
  const bool below = bands.from && threshold.value <= *bands.from;
  const bool above = bands.to && threshold.value >= *bands.to;
  if ((!below && !above) || !is_new(bands, threshold)) return;
  found_.error(
      "parameter.bands_disordered", threshold.where,
      below ? message("the threshold \"{0}\" is {1}, and the scale \"{2}\" begins at {3}",
                      threshold.name, Figure{threshold.value}, bands.name, Figure{*bands.from})
            : message("the threshold \"{0}\" is {1}, and the scale \"{2}\" ends at {3}",
                      threshold.name, Figure{threshold.value}, bands.name, Figure{*bands.to}),
      message("choose a value inside the scale"));
}

}  // namespace

void Parameters::add_bands(const std::vector<Bands>& bands) {
  for (const Bands& added : bands) {
    const auto same = std::find_if(bands_.begin(), bands_.end(), [&](const Bands& existing) {
      return existing.name == added.name;
    });
    if (same == bands_.end()) {
      bands_.push_back(added);
    } else {
      *same = added;
    }
  }
}

void Parameters::check_bands(const std::map<std::string, std::string, std::less<>>& objective_of,
                             Diagnostics& found) const {
  Disorders disorders(found);
  for (const Bands& bands : bands_) {
    std::set<Scope> scopes = {Scope{}};
    const auto is_threshold = [&](const std::string& name) {
      return std::find(bands.thresholds.begin(), bands.thresholds.end(), name) !=
             bands.thresholds.end();
    };
    for (const Parameter& parameter : all_) {
      if (!is_threshold(parameter.name)) continue;
      const auto objective = objective_of.find(parameter.indicator);
      scopes.insert({parameter.indicator,
                     objective == objective_of.end() ? parameter.objective : objective->second});
    }
    for (const auto& [indicator, objective] : scopes) {
      const Parameter* lower = nullptr;
      for (const std::string& name : bands.thresholds) {
        const Parameter* threshold = find(name, indicator, objective);
        if (threshold == nullptr) continue;
        disorders.check_ends(bands, *threshold);
        if (lower != nullptr) disorders.check_pair(bands, *lower, *threshold);
        lower = threshold;
      }
    }
  }
}

}  // namespace cpom::model
