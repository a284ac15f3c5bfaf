#include "xml/contract_reading.hpp"

namespace cpom::xml {

void read_packages(ContractReading& reading, const Element& packages) {
  Declared names;
  for (const Element& element : packages.children("package")) {
    if (!names.add(element, "name", "contract.duplicate_package")) continue;
    reading.contract.packages.push_back(
        {element.text("name"), element.text("version"), element.where()});
  }
}

}  // namespace cpom::xml
