/// The functions that a model expects around a contract.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "base/diagnostic.hpp"
#include "model/vocabulary.hpp"

namespace cpom::model {

enum class Side { national, region, structure };

template <>
struct Words<Side> {
  static constexpr std::array<std::pair<Side, std::string_view>, 3> list = {{
      {Side::national, "national"},
      {Side::region, "region"},
      {Side::structure, "operator"},
  }};
};

/// How many holders a role has: one for the contract, one for each objective or group.
enum class RoleScope { contract, objective, group };

template <>
struct Words<RoleScope> {
  static constexpr std::array<std::pair<RoleScope, std::string_view>, 3> list = {{
      {RoleScope::contract, "contract"},
      {RoleScope::objective, "objective"},
      {RoleScope::group, "group"},
  }};
};

/// A function in the life of a contract (référent, pilote), never a person.
struct Role {
  std::string id;
  std::string label;
  Side side = Side::region;
  RoleScope scope = RoleScope::contract;
  Position where = {};
};

}  // namespace cpom::model
