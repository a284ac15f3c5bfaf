#include <utility>

#include "base/text.hpp"
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
    "contract.unknown_mission",
    "contract.mission",
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

/// A contract that repeats the label tells which generation of the code it means.
void check_label(const Element& element, const model::Indicator& indicator) {
  const std::string label = element.text("label");
  if (label.empty() || letters_of(label) == letters_of(indicator.label)) return;
  element.error("contract.other_label", "label",
                message("the indicator \"{0}\" of the model is \"{1}\", and not \"{2}\"",
                        indicator.code, indicator.label, label),
                message("choose the indicator that has this label, or correct the label"));
}

/// The mission of the catalogue, or of the objective and those above it.
std::string given_mission(const ContractReading& reading, const model::Indicator& indicator) {
  const bool by_catalogue = !indicator.added && !indicator.mission.empty();
  return by_catalogue ? indicator.mission
                      : model::mission_of(reading.contract.objectives, indicator.objective);
}

std::string read_mission(const ContractReading& reading, const Element& element,
                         const model::Indicator& indicator) {
  check_mission(reading, element);
  const std::string stated = element.text("mission");
  std::string given = given_mission(reading, indicator);
  if (stated.empty() || given.empty()) return stated.empty() ? given : stated;
  if (stated != given && reading.missions.contains(stated)) {
    element.error("contract.mission", "mission",
                  message("the indicator \"{0}\" is of the mission \"{1}\" by its objective, and "
                          "not of \"{2}\"",
                          indicator.code, given, stated),
                  message("leave out \"mission\", or choose an indicator of that mission"));
  }
  return stated;
}

void follow(ContractReading& reading, const Element& element, model::Indicator indicator,
            const Origin& origin) {
  model::Selection selection;
  selection.indicator = std::move(indicator);
  selection.followed_from = origin.in_force;
  selection.added_by = origin.amendment;
  selection.where = element.where();
  selection.mission = read_mission(reading, element, selection.indicator);
  selection.site = element.text("site");
  check_site(reading, element);
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

/// Whether an amendment adds again what an earlier one ended.
bool is_followed_again(const model::Selection* earlier, const Origin& origin) {
  return earlier != nullptr && earlier->followed_to && !origin.amendment.empty() &&
         *earlier->followed_to < origin.in_force;
}

/// Baselines of \a more take the place of those of the same strand.
void replace_baselines(std::vector<model::Baseline>& baselines, std::vector<model::Baseline> more) {
  for (model::Baseline& baseline : more) {
    std::erase_if(baselines, [&](const model::Baseline& former) {
      return baseline.strand.empty() || former.strand == baseline.strand;
    });
  }
  baselines.insert(baselines.end(), more.begin(), more.end());
}

/// Puts what an amendment says of an indicator that it adds again behind what was said before.
void follow_again(ContractReading& reading, const Element& element, model::Selection& selection,
                  const Origin& origin) {
  const std::string& code = selection.indicator.code;
  if (element.child("define").exists()) {
    element.child("define").error(
        "contract.defined_twice", "",
        message("the indicator \"{0}\" is defined in line {1} already", code, selection.where.line),
        message("remove <define>"));
  }
  model::Selection more;
  more.indicator = selection.indicator;
  read_mission(reading, element, more.indicator);
  check_label(element, more.indicator);
  check_site(reading, element);
  if (!element.intact()) reading.incomplete.insert(code);
  read_figures(reading, element, more, origin);
  const Date first = day_after(*selection.followed_to);
  if (first < origin.in_force) {
    selection.pauses.push_back(
        {first, day_before(origin.in_force), selection.ended_by, origin.amendment});
  }
  selection.followed_to.reset();
  selection.ended_by.clear();
  replace_baselines(selection.baselines, std::move(more.baselines));
  selection.targets.insert(selection.targets.end(), more.targets.begin(), more.targets.end());
  for (model::FollowUp& follow_up : more.follow_ups) {
    // Without a first year it speaks of the time from now on, not of the whole contract.
    if (!follow_up.first_year) follow_up.first_year = year_of(origin.in_force);
    selection.follow_ups.push_back(std::move(follow_up));
  }
}

}  // namespace

void read_added(ContractReading& reading, const Element& element, const Origin& origin) {
  model::Indicator indicator = read_indicator(element);
  indicator.added = true;
  const std::string code = indicator.code;
  if (!check_measure(element, indicator, codes)) reading.undefined.insert(code);
  check_bounds_and_unit(element, indicator, codes);
  check_references(element, indicator,
                   {reading.objectives, reading.territories, reading.groups, reading.missions},
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

void read_chosen(ContractReading& reading, const Element& element, const Origin& origin) {
  const std::string code = element.text("code");
  if (code.empty()) {
    reading.choices_known = false;
    return check_figures_only(reading, element, origin);
  }
  model::Selection* earlier = reading.selection(code);
  if (is_followed_again(earlier, origin)) {
    return follow_again(reading, element, *earlier, origin);
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
  if (!reading.undefined.contains(code)) check_label(element, indicator);
  follow(reading, element, std::move(indicator), origin);
}

void read_selections(ContractReading& reading, const Element& root) {
  const Origin origin = {"", reading.contract.start};
  const auto declare = [&](const std::vector<Element>& elements) {
    for (const Element& element : elements) {
      const std::string code = element.text("code");
      if (!code.empty()) reading.codes.declare(code, element.where());
    }
  };
  const Element indicators = root.child("indicators");
  declare(indicators.children("added-indicator"));
  for (const Element& amendment : root.child("amendments").children("amendment")) {
    declare(amendment.children("define-indicator"));
  }
  for (const Element& element : indicators.children()) {
    if (element.name() == "indicator") read_chosen(reading, element, origin);
    if (element.name() == "added-indicator") read_added(reading, element, origin);
  }
}

}  // namespace cpom::xml
