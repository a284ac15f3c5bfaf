/// Which mission everything of a contract belongs to.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/evaluation.hpp"

namespace cpom::report {

/// Points into the evaluation, which must outlive it.
class Missions {
 public:
  explicit Missions(const engine::Evaluation& evaluation);

  /// Id of its own mission, otherwise of the nearest above it that has one; empty: none.
  std::string_view of(const model::Objective& objective) const;
  /// Its own, otherwise that of its objective.
  std::string_view of(const model::Selection& selection) const;

  /// Those that the contract is about, in the order of the model; the empty one, of what belongs
  /// to none, comes last. One entry at least.
  const std::vector<std::string_view>& present() const { return present_; }
  bool several() const { return present_.size() > 1; }

 private:
  std::string_view of_objective(std::string_view id) const;

  std::map<std::string_view, std::string_view> by_objective_;
  std::vector<std::string_view> present_;
};

}  // namespace cpom::report
