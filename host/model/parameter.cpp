#include "model/parameter.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace cpom::model {
namespace {

bool same_scope(const Parameter& one, const Parameter& other) {
  return one.indicator == other.indicator && one.objective == other.objective;
}

/// Whether \a lock, of a higher layer, forbids \a parameter. A lock on a general value holds for
/// every scope, or an exception would open it.
bool forbids(const Parameter& lock, const Parameter& parameter) {
  if (!lock.locked || lock.name != parameter.name || lock.layer >= parameter.layer) return false;
  const bool general = lock.indicator.empty() && lock.objective.empty();
  return general || same_scope(lock, parameter);
}

/// 0 when \a parameter says nothing about the indicator; more for a more particular scope.
int scope_rank(const Parameter& parameter, std::string_view indicator, std::string_view objective) {
  if (!parameter.indicator.empty()) return parameter.indicator == indicator ? 3 : 0;
  if (!parameter.objective.empty()) return parameter.objective == objective ? 2 : 0;
  return 1;
}

}  // namespace

void Parameters::add(std::vector<Parameter> parameters, Diagnostics& found) {
  for (Parameter& added : parameters) {
    const auto lock = std::find_if(all_.begin(), all_.end(), [&](const Parameter& existing) {
      return forbids(existing, added);
    });
    if (lock != all_.end()) {
      found.error("parameter.locked", added.where,
                  message("parameter \"{0}\" is set here although {1} locks it", added.name,
                          text_of(lock->where)),
                  message("remove it here, or have the lock removed there"));
      continue;
    }
    const auto twin = std::find_if(all_.begin(), all_.end(), [&](const Parameter& existing) {
      return existing.name == added.name && existing.layer == added.layer &&
             same_scope(existing, added);
    });
    if (twin != all_.end()) {
      found.error("parameter.duplicate", added.where,
                  message("parameter \"{0}\" is already set in {1}, for the same scope", added.name,
                          text_of(twin->where)),
                  message("keep one of the two"));
      continue;
    }
    all_.push_back(std::move(added));
  }
}

const Parameter* Parameters::find(std::string_view name, std::string_view indicator,
                                  std::string_view objective) const {
  const Parameter* best = nullptr;
  int best_rank = 0;
  for (const Parameter& candidate : all_) {
    const int rank = candidate.name == name ? scope_rank(candidate, indicator, objective) : 0;
    if (rank == 0) continue;
    // The lock of an objective: add() cannot know which indicators it holds for.
    const bool locked_out = best != nullptr && best->locked && candidate.layer > best->layer;
    const bool better = best == nullptr || rank > best_rank ||
                        (rank == best_rank && candidate.layer >= best->layer);
    if (better && !locked_out) {
      best = &candidate;
      best_rank = rank;
    }
  }
  return best;
}

std::vector<std::string> Parameters::names() const {
  std::set<std::string> names;
  for (const Parameter& parameter : all_) names.insert(parameter.name);
  return {names.begin(), names.end()};
}

}  // namespace cpom::model
