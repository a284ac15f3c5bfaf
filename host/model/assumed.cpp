#include "model/assumed.hpp"

#include <string>
#include <unordered_map>

namespace cpom::model {
namespace {

using Names = std::unordered_map<std::string_view, Message>;

Message name_in(const Names& names, std::string_view word) {
  const auto found = names.find(word);
  return found == names.end() ? message("{0}", word) : found->second;
}

}  // namespace

Message name_of_attribute(std::string_view attribute) {
  static const Names names = {
      {"direction", message("which way is better")},
      {"form", message("the form of computation")},
      {"unit", message("the unit")},
      {"decimals", message("the decimals")},
      {"label", message("the label")},
      {"minimum", message("the least value")},
      {"maximum", message("the greatest value")},
      {"weight", message("the weight")},
      {"code", message("the code")},
      {"kind", message("the kind")},
      {"objective", message("the objective")},
      {"groups", message("the groups")},
      {"territory", message("the territory")},
      {"theme", message("the theme")},
      {"typology", message("the typology")},
      {"supplier", message("the supplier")},
      {"suppliers", message("the supplier")},
      {"source", message("the source")},
      {"sources", message("the source")},
      {"pilot", message("the pilot")},
      {"pilots", message("the pilot")},
      {"available", message("the date by which it is expected")},
      {"points", message("the points")},
      {"plan", message("the plan")},
      {"rule", message("the rule")},
      {"classify", message("the rule of status")},
  };
  return name_in(names, attribute);
}

Message name_of_element(std::string_view element) {
  static const Names names = {
      {"indicator", message("indicator")},
      {"added-indicator", message("indicator")},
      {"define-indicator", message("indicator")},
      {"define", message("indicator")},
      {"status", message("status")},
      {"weather", message("weather")},
      {"term", message("result of the term")},
      {"parameter", message("parameter")},
      {"band", message("band")},
      {"objective", message("objective")},
      {"group", message("group")},
      {"limit", message("limit")},
  };
  return name_in(names, element);
}

}  // namespace cpom::model
