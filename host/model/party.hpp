/// Who signs a contract, and who does what in it: structures and functions, never persons.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "model/vocabulary.hpp"

namespace cpom::model {

struct Site {
  std::string finess;
  std::string name;
};

enum class PartyKind { ministry, agency, establishment, coordination_service, department_council };

template <>
struct Words<PartyKind> {
  static constexpr std::array<std::pair<PartyKind, std::string_view>, 5> list = {{
      {PartyKind::ministry, "ministry"},
      {PartyKind::agency, "agency"},
      {PartyKind::establishment, "establishment"},
      {PartyKind::coordination_service, "coordination-service"},
      {PartyKind::department_council, "department-council"},
  }};
};

struct Party {
  PartyKind kind = PartyKind::agency;
  std::string name;
  /// Agency: code of its region. Department council: code of the department.
  std::string territory;
  /// Establishment: legal FINESS number.
  std::string finess;
  std::vector<Site> sites;
  /// Coordination service: the legal person that carries it.
  std::string bearer;
  Position where;
};

/// The holder of a role: a structure and its function, never a person.
struct Holder {
  std::string role;
  /// Set as the scope of the role asks.
  std::string objective;
  std::string group;
  std::string structure;
  Position where = {};
};

}  // namespace cpom::model
