#include <utility>

#include "xml/contract_reading.hpp"
#include "xml/definition.hpp"

namespace cpom::xml {
namespace {

constexpr DefinitionCodes codes = {
    "contract.missing_definition",
    "contract.bounds_reversed",
    "contract.years_reversed",
    "contract.duplicate_id",
    "contract.unknown_objective",
    "contract.unknown_territory",
    "contract.unknown_group",
    "contract.unit",
    true,
};

/// Whether the code is free; reports a second choice of one indicator.
bool is_first_choice(ContractReading& reading, const Element& element, const std::string& code) {
  const model::Selection* earlier = reading.selection(code);
  if (earlier == nullptr) return true;
  element.error(
      "contract.duplicate_indicator", "code",
      message("the indicator \"{0}\" was already chosen in line {1}", code, earlier->where.line),
      message("keep one of the two"));
  return false;
}

/// Fills in a placeholder, or refuses a definition of what the model defines.
void apply_definition(ContractReading& reading, const Element& element,
                      model::Indicator& indicator) {
  const Element define = element.child("define");
  if (!indicator.placeholder) {
    if (!define.exists()) return;
    define.error("contract.defined_twice", "",
                 message("the model defines the indicator \"{0}\" itself", indicator.code),
                 message("remove <define>, or add an indicator of the contract's own with "
                         "<added-indicator>"));
    return;
  }
  if (define.exists()) {
    read_measure(define, indicator);
    check_bounds_and_unit(define, indicator, codes);
    if (check_measure(define, indicator, codes)) return;
  } else if (element.intact()) {
    element.error("contract.placeholder_undefined", "code",
                  message("the model leaves the indicator \"{0}\" to be defined by the contract",
                          indicator.code),
                  message("add <define label=\"…\" form=\"…\" unit=\"…\" decimals=\"…\" "
                          "direction=\"…\"/>"));
  }
  reading.undefined.insert(indicator.code);
}

void follow(ContractReading& reading, const Element& element, model::Indicator indicator,
            const Origin& origin) {
  model::Selection selection;
  selection.indicator = std::move(indicator);
  selection.followed_from = origin.in_force;
  selection.added_by = origin.amendment;
  selection.where = element.where();
  if (!element.intact()) reading.incomplete.insert(selection.indicator.code);
  reading.followed.emplace(selection.indicator.code, reading.contract.selections.size());
  reading.contract.selections.push_back(std::move(selection));
  read_figures(reading, element, reading.contract.selections.back(), origin);
}

/// Finds the faults in what is said of an indicator that cannot be followed.
void check_figures_only(ContractReading& reading, const Element& element, const Origin& origin) {
  model::Selection unused;
  read_figures(reading, element, unused, origin);
}

/// An indicator that the contract defines itself.
void read_added(ContractReading& reading, const Element& element, const Origin& origin) {
  model::Indicator indicator = read_indicator(element);
  indicator.added = true;
  const std::string code = indicator.code;
  if (!check_measure(element, indicator, codes)) reading.undefined.insert(code);
  check_bounds_and_unit(element, indicator, codes);
  check_references(element, indicator, {reading.objectives, reading.territories, reading.groups},
                   codes);
  if (code.empty()) {
    reading.choices_known = false;
    return check_figures_only(reading, element, origin);
  }
  if (reading.model.indicator(code) != nullptr) {
    element.error(
        "contract.code_of_model", "code",
        message("\"{0}\" is the code of an indicator of the model", code),
        message("choose the model's with <indicator code=\"{0}\">, or take another code", code));
    reading.undefined.insert(code);
    return check_figures_only(reading, element, origin);
  }
  if (!is_first_choice(reading, element, code)) {
    return check_figures_only(reading, element, origin);
  }
  follow(reading, element, std::move(indicator), origin);
}

}  // namespace

void read_chosen(ContractReading& reading, const Element& element, const Origin& origin) {
  const std::string code = element.text("code");
  if (code.empty()) {
    reading.choices_known = false;
    return check_figures_only(reading, element, origin);
  }
  const model::Indicator* known = reading.model.indicator(code);
  if (known == nullptr) {
    reading.catalogue.check(
        element, "code", code, "contract.unknown_indicator",
        message("the model \"{0}\" has no indicator \"{1}\"", reading.model.id, code));
    // Whatever else the contract says of it is no second fault.
    if (!reading.codes.contains(code)) reading.undefined.insert(code);
    return check_figures_only(reading, element, origin);
  }
  if (!is_first_choice(reading, element, code)) {
    return check_figures_only(reading, element, origin);
  }
  model::Indicator indicator = *known;
  apply_definition(reading, element, indicator);
  follow(reading, element, std::move(indicator), origin);
}

void read_selections(ContractReading& reading, const Element& indicators) {
  const Origin origin = {"", reading.contract.start};
  for (const Element& element : indicators.children("added-indicator")) {
    const std::string code = element.text("code");
    if (!code.empty()) reading.codes.declare(code, element.where().line);
  }
  for (const Element& element : indicators.children()) {
    if (element.name() == "indicator") read_chosen(reading, element, origin);
    if (element.name() == "added-indicator") read_added(reading, element, origin);
  }
}

}  // namespace cpom::xml
