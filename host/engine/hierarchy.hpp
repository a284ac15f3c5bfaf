/// Which objective is above which.
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "model/objective.hpp"

namespace cpom::engine {

/// Points into the objectives, which must outlive it.
class Hierarchy {
 public:
  explicit Hierarchy(const std::vector<model::Objective>& objectives) : most_(objectives.size()) {
    for (const model::Objective& objective : objectives) by_id_.emplace(objective.id, &objective);
  }

  /// That with the id and those above it, from below; empty when there is none.
  std::vector<const model::Objective*> upwards(std::string_view id) const {
    std::vector<const model::Objective*> chain;
    for (auto at = by_id_.find(id); at != by_id_.end() && chain.size() < most_;
         at = by_id_.find(at->second->parent)) {
      chain.push_back(at->second);
    }
    return chain;
  }

 private:
  std::map<std::string_view, const model::Objective*> by_id_;
  std::size_t most_;
};

}  // namespace cpom::engine
