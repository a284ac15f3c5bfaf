#include "model/objective.hpp"

#include "support/catch.hpp"

using namespace cpom;
using model::Objective;

namespace {

Objective objective(const std::string& id, const std::string& parent = "",
                    const std::string& mission = "") {
  Objective made;
  made.id = id;
  made.parent = parent;
  made.mission = mission;
  return made;
}

std::string order_of(std::vector<Objective> objectives) {
  model::sort_depth_first(objectives);
  std::string order;
  for (const Objective& one : objectives) order += (order.empty() ? "" : " ") + one.id;
  return order;
}

}  // namespace

TEST_CASE("objectives: each stands behind the one above it, siblings as they were written") {
  CHECK(order_of({objective("A"), objective("B"), objective("B.1", "B"), objective("A.2", "A"),
                  objective("A.1", "A"), objective("A.2.x", "A.2")}) == "A A.2 A.2.x A.1 B B.1");
  CHECK(order_of({}) == "");
}

TEST_CASE("objectives: what is no hierarchy stays as it is") {
  CHECK(order_of({objective("B", "A"), objective("A", "B"), objective("C")}) == "B A C");
  CHECK(order_of({objective("B", "X"), objective("A")}) == "B A");
  CHECK(order_of({objective(""), objective("A")}) == "A");
  CHECK(order_of({objective("A"), objective("A"), objective("B", "A")}) == "A B A");
}

TEST_CASE("objectives: the mission is the nearest on the way up") {
  const std::vector<Objective> all = {objective("A", "", "service"), objective("A.1", "A"),
                                      objective("A.2", "A", "bearer"), objective("A.2.x", "A.2"),
                                      objective("B")};
  CHECK(model::mission_of(all, "A.1") == "service");
  CHECK(model::mission_of(all, "A.2.x") == "bearer");
  CHECK(model::mission_of(all, "B").empty());
  CHECK(model::mission_of(all, "C").empty());
  CHECK(model::mission_of({objective("A", "B"), objective("B", "A")}, "A").empty());
}
