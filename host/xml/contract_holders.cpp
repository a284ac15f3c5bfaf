#include <map>
#include <tuple>
#include <utility>

#include "xml/contract_reading.hpp"

namespace cpom::xml {
namespace {

/// What has to be named beside the role: "objective", "group", or nothing.
std::string_view subject_of(model::RoleScope scope) {
  return scope == model::RoleScope::contract ? std::string_view() : model::word_of(scope);
}

/// A role for each objective is held for one of them, and so on.
void check_scope(const Element& element, const model::Role& role) {
  const std::string_view wanted = subject_of(role.scope);
  const Message subject = wanted == "group" ? message("one group") : message("one objective");
  for (const char* attribute : {"objective", "group"}) {
    if (attribute == wanted && element.lacks(attribute)) {
      element.error(
          "contract.holder_scope", "",
          message("the role \"{0}\" is held for {1}, which is not named", role.id, subject),
          message("add {0}=\"…\"", attribute));
    } else if (attribute != wanted && element.has(attribute)) {
      element.error("contract.holder_scope", attribute,
                    wanted.empty()
                        ? message("the role \"{0}\" is held for the whole contract", role.id)
                        : message("the role \"{0}\" is held for {1}", role.id, subject),
                    message("remove \"{0}\"", attribute));
    }
  }
}

void check_references(const ContractReading& reading, const Element& element,
                      const model::Holder& holder) {
  const Declared roles(reading.model.roles, &model::Role::id);
  roles.check(element, "role", holder.role, "contract.unknown_role",
              message("the model has no role \"{0}\"", holder.role));
  check_objective(reading, element);
  reading.groups.check(element, "group", holder.group, "contract.unknown_group",
                       message("there is no group \"{0}\"", holder.group));
  const model::Role* role = reading.model.role(holder.role);
  if (role != nullptr) check_scope(element, *role);
}

}  // namespace

void read_holders(ContractReading& reading, const Element& holders) {
  std::map<std::tuple<std::string, std::string, std::string>, int> lines;
  for (const Element& element : holders.children("holder")) {
    model::Holder holder = {element.text("role"), element.text("objective"), element.text("group"),
                            element.text("structure"), element.where()};
    check_references(reading, element, holder);
    const auto [earlier, is_new] =
        lines.emplace(std::tuple{holder.role, holder.objective, holder.group}, holder.where.line);
    if (!is_new && element.intact()) {
      element.error("contract.duplicate_holder", "role",
                    message("line {0} names the holder of this role already", earlier->second),
                    message("keep one of the two"));
    }
    reading.contract.holders.push_back(std::move(holder));
  }
}

}  // namespace cpom::xml
