#include <map>
#include <tuple>
#include <utility>

#include "xml/contract_reading.hpp"

namespace cpom::xml {

void read_fundings(ContractReading& reading, const Element& fundings) {
  std::map<std::tuple<int, std::string, std::string>, int> lines;
  for (const Element& element : fundings.children("funding")) {
    model::Funding funding = {element.integer("year").value_or(0),
                              element.decimal("amount").value_or(0), element.text("mission"),
                              element.text("label"), element.where()};
    check_year(reading, element, "year", "contract.funding_outside_period");
    check_mission(reading, element);
    const auto [earlier, is_new] =
        lines.emplace(std::tuple{funding.year, funding.mission, funding.label}, funding.where.line);
    if (!is_new && element.intact()) {
      element.error("contract.duplicate_funding", "",
                    message("line {0} gives this funding already", earlier->second),
                    message("keep one of the two, or give each a label of its own"));
    }
    reading.contract.fundings.push_back(std::move(funding));
  }
}

}  // namespace cpom::xml
