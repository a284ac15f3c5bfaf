#include "xml/contract_reading.hpp"

namespace cpom::xml {

ContractReading::ContractReading(const model::Model& made_on)
    : model(made_on),
      catalogue(made_on.indicators, &model::Indicator::code),
      codes(catalogue),
      objectives(made_on.objectives, &model::Objective::id),
      territories(made_on.territories, &model::Territory::id),
      groups(made_on.groups, &model::Group::id),
      missions(made_on.missions, &model::Mission::id) {}

model::Selection* ContractReading::selection(std::string_view code) {
  const auto found = followed.find(code);
  return found == followed.end() ? nullptr : &contract.selections[found->second];
}

const model::Indicator* ContractReading::definition(std::string_view code) {
  const model::Selection* found = selection(code);
  return found == nullptr || undefined.contains(code) ? nullptr : &found->indicator;
}

std::vector<std::string> ContractReading::meant_strands(const std::string& strand) const {
  if (!strand.empty()) return {strand};
  std::vector<std::string> all;
  for (const model::Strand& declared : contract.strands) all.push_back(declared.id);
  return all;
}

std::optional<std::string> read_strand(const ContractReading& reading, const Element& element) {
  if (element.garbled("strand")) return std::nullopt;
  std::string strand = element.text("strand");
  if (strand.empty() || reading.strands.contains(strand)) return strand;
  reading.strands.check(element, "strand", strand, "contract.unknown_strand",
                        message("there is no strand \"{0}\" in this contract", strand));
  return std::nullopt;
}

bool check_year(const ContractReading& reading, const Element& element, const char* attribute,
                const char* code) {
  const auto year = element.integer(attribute);
  const model::Contract& contract = reading.contract;
  if (!year || !reading.period_known) return true;
  if (*year >= contract.first_year() && *year <= contract.last_year()) return true;
  element.error(code, attribute,
                message("the year {0} is outside the period of the contract", *year),
                message("it goes from {0} to {1}", contract.start, contract.end));
  return false;
}

bool check_contract_year(const ContractReading& reading, const Element& element) {
  const auto number = element.integer("contract-year");
  if (!number || !reading.period_known) return true;
  const int last = reading.contract.contract_years();
  if (*number <= last) return true;
  const model::Contract& contract = reading.contract;
  element.error(
      "contract.unknown_contract_year", "contract-year",
      message("there is no contract year {0}", *number),
      last < contract.duration_years()
          ? message("the last months, up to {0}, belong to contract year {1}", contract.end, last)
          : message("from {0} to {1} there are {2}", contract.start, contract.end, last));
  return false;
}

model::Selection* find_followed(ContractReading& reading, const Element& element,
                                const char* attribute) {
  return find_followed(reading, element, attribute, element.text(attribute));
}

model::Selection* find_followed(ContractReading& reading, const Element& element,
                                const char* attribute, const std::string& code) {
  if (code.empty()) return nullptr;
  model::Selection* selection = reading.selection(code);
  const bool doubtful =
      !reading.choices_known || element.is_stray(code) || reading.undefined.contains(code);
  if (selection != nullptr || doubtful) return selection;
  reading.codes.check(element, attribute, code, "contract.unknown_indicator",
                      message("there is no indicator \"{0}\"", code));
  if (reading.codes.contains(code)) {
    element.error("contract.not_followed", attribute,
                  message("the contract does not follow the indicator \"{0}\"", code),
                  message("choose it with <indicator code=\"{0}\">", code));
  }
  return nullptr;
}

bool knows_last_day(const Element& element, const Origin& origin) {
  if (element.date("on")) return true;
  return origin.dated && element.lacks("on");
}

void check_objective(const ContractReading& reading, const Element& element) {
  const std::string id = element.text("objective");
  reading.objectives.check(element, "objective", id, "contract.unknown_objective",
                           message("there is no objective \"{0}\"", id));
}

void check_mission(const ContractReading& reading, const Element& element) {
  const std::string id = element.text("mission");
  reading.missions.check(element, "mission", id, "contract.unknown_mission",
                         message("there is no mission \"{0}\"", id));
}

void check_site(const ContractReading& reading, const Element& element) {
  const std::string number = element.text("site");
  reading.sites.check(
      element, "site", number, "contract.unknown_site",
      message("no party of the contract, nor a site of one, has the number \"{0}\"", number));
}

void check_amount(const Element& element, const char* attribute,
                  const model::Indicator& indicator) {
  const auto value = element.amount(attribute);
  if (!value) return;
  const bool yes_no = indicator.unit == "yes_no";
  const bool word = element.text(attribute) == "yes" || element.text(attribute) == "no";
  if (yes_no ? *value != 0 && *value != 1 : word) {
    return element.error(
        "contract.value_of_unit", attribute,
        message("\"{0}\" is no value of the indicator \"{1}\", whose unit is \"{2}\"",
                element.text(attribute), indicator.code, indicator.unit),
        yes_no ? message("write \"yes\" or \"no\"") : message("write a number"));
  }
  if (indicator.minimum && *value < *indicator.minimum) {
    element.error("contract.value_out_of_bounds", attribute,
                  message("{0} is less than {1}, the least value of the indicator \"{2}\"",
                          Figure{*value}, Figure{*indicator.minimum}, indicator.code),
                  message("correct the value, or the bounds of the indicator"));
  }
  if (indicator.maximum && *value > *indicator.maximum) {
    element.error("contract.value_out_of_bounds", attribute,
                  message("{0} is more than {1}, the greatest value of the indicator \"{2}\"",
                          Figure{*value}, Figure{*indicator.maximum}, indicator.code),
                  message("correct the value, or the bounds of the indicator"));
  }
}

}  // namespace cpom::xml
