#include "engine/due_values.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "engine/expectation.hpp"
#include "engine/figures.hpp"
#include "engine/hierarchy.hpp"

namespace cpom::engine {
namespace {

/// Whether a value for the year is of any use.
bool is_wanted(const Question& question) {
  if (!is_followed(question)) return false;
  const Expectation answer = expectation(question);
  const model::Target* const target = answer.target;
  if (target != nullptr && target->due && year_of(*target->due) != question.year) return false;
  if (!answer.stop) return true;
  const Outcome outcome = answer.stop->outcome;
  return outcome == Outcome::context || outcome == Outcome::observed ||
         outcome == Outcome::target_pending;
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

/// Whether \a selection wants a value in \a question's year, and whether it is late on \a on.
std::optional<WantedValue> wanted_value(Question question, Date by,
                                        const ObservationIndex* observations,
                                        std::optional<Date> on) {
  if (!is_wanted(question)) return std::nullopt;
  WantedValue wanted{&question.selection, &question.strand, false};
  if (observations != nullptr && on && *on > by) {
    question.as_of = *on;
    wanted.late = !figures_of(question, *observations).any();
  }
  return wanted;
}

}  // namespace

std::vector<DueValues> due_values(const model::Model& model, const model::Contract& contract,
                                  int first, int last, const ObservationIndex* observations,
                                  std::optional<Date> on) {
  const Hierarchy hierarchy(contract.objectives);
  std::map<std::tuple<Date, int, std::string>, std::vector<WantedValue>> groups;
  for (int year = first; year <= last; ++year) {
    for (const model::Strand& strand : contract.strands) {
      for (const model::Selection& selection : contract.selections) {
        const model::Indicator& indicator = selection.indicator;
        const Date by = (indicator.available ? *indicator.available : model.available).in(year);
        const auto objectives = hierarchy.upwards(indicator.objective);
        const auto wanted = wanted_value({model, contract, selection, strand, year, by, objectives},
                                         by, observations, on);
        if (wanted) groups[{by, year, joined(indicator.suppliers)}].push_back(*wanted);
      }
    }
  }
  std::vector<DueValues> all;
  for (auto& [key, values] : groups) {
    const auto& [by, year, suppliers] = key;
    all.push_back({year, by, suppliers, std::move(values)});
  }
  return all;
}

}  // namespace cpom::engine
