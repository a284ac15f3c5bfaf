#include "xml/readers.hpp"

#include <algorithm>
#include <utility>

#include "base/names.hpp"
#include "xml/contract_reading.hpp"
#include "xml/parameters.hpp"
#include "xml/reading.hpp"
#include "xml/types.hpp"

namespace cpom::xml {
namespace {

void check_model(const ContractReading& reading, const Element& root) {
  const std::string& id = reading.contract.model;
  if (id.empty() || id == reading.model.id) return;
  root.error("contract.other_model", "model",
             message("the contract is made on the model \"{0}\", and read against \"{1}\"", id,
                     reading.model.id),
             message("name the right model, or give its file"));
}

void read_period(ContractReading& reading, const Element& root) {
  model::Contract& contract = reading.contract;
  const auto start = root.date("start");
  const auto end = root.date("end");
  if (!start || !end) return;
  contract.start = *start;
  contract.end = *end;
  if (*end < *start) {
    root.error("contract.period_reversed", "end",
               message("the contract ends on {0}, before it starts on {1}", *end, *start),
               message("correct one of the two days"));
    return;
  }
  reading.period_known = true;
  if (contract.signed_on && *contract.signed_on > *end) {
    root.error(
        "contract.signed_after_end", "signed",
        message("the contract is signed on {0}, after its end on {1}", *contract.signed_on, *end),
        message("correct one of the two days"));
  }
  const model::Model& model = reading.model;
  if (*start > model.valid_to || *end < model.valid_from) {
    root.error("contract.outside_model", "start",
               message("no day of the contract is a day of its model"),
               message("the model goes from {0} to {1}", model.valid_from, model.valid_to));
  }
}

void read_head(ContractReading& reading, const Element& root) {
  model::Contract& contract = reading.contract;
  contract.id = root.text("id");
  contract.label = root.text("label");
  contract.model = root.text("model");
  contract.signed_on = root.date("signed");
  contract.note = root.text("note");
  contract.where = root.where();
  check_model(reading, root);
  read_period(reading, root);
}

void read_contract_parameters(ContractReading& reading, const Element& settings) {
  reading.contract.parameters = read_parameters(settings, model::Layer::contract).parameters;
  check_parameter_scopes(settings, reading.codes, reading.objectives);
}

template <class Entries>
std::size_t index_of(const Entries& entries, std::string_view name,
                     std::string Entries::value_type::*field) {
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [&](const auto& entry) { return entry.*field == name; });
  return static_cast<std::size_t>(found - entries.begin());
}

/// The model's indicators in its order, then the contract's own by objective and code.
void sort_selections(ContractReading& reading) {
  const model::Model& model = reading.model;
  const std::vector<model::Objective>& objectives = reading.contract.objectives;
  const auto rank = [&](const model::Selection& selection) {
    const model::Indicator& indicator = selection.indicator;
    return std::pair{index_of(model.indicators, indicator.code, &model::Indicator::code),
                     index_of(objectives, indicator.objective, &model::Objective::id)};
  };
  std::vector<std::pair<std::pair<std::size_t, std::size_t>, model::Selection>> ranked;
  for (model::Selection& selection : reading.contract.selections) {
    const auto place = rank(selection);
    ranked.emplace_back(place, std::move(selection));
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first < b.first;
    return natural_less(a.second.indicator.code, b.second.indicator.code);
  });
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    reading.contract.selections[i] = std::move(ranked[i].second);
  }
}

model::Contract read_root(const Element& root, const model::Model& model) {
  ContractReading reading(model);
  read_head(reading, root);
  reading.contract.objectives = model.objectives;
  read_parties(reading, root.child("parties"));
  read_packages(reading, root.child("packages"));
  read_strands(reading, root.child("strands"));
  read_fundings(reading, root.child("fundings"));
  read_own_objectives(reading, root);
  read_holders(reading, root.child("holders"));
  read_selections(reading, root);
  read_contract_parameters(reading, root.child("settings"));
  read_amendments(reading, root.child("amendments"));
  read_actions(reading, root.child("actions"));
  read_engagements(reading, root.child("engagements"));
  read_decisions(reading, root.child("decisions"));
  read_observations(reading, root.child("observations"));
  check_targets_present(reading, root);
  check_limits(reading, root);
  model::sort_depth_first(reading.contract.objectives);
  sort_selections(reading);
  return std::move(reading.contract);
}

}  // namespace

std::optional<ContractOutline> outline_of_contract(std::string_view bytes) {
  Diagnostics unused;
  const Document document(bytes, "", unused);
  if (!document.readable()) return std::nullopt;
  const Element root(document, document.root());
  ContractOutline outline;
  outline.model = root.text("model");
  if (root.name() != contract_grammar().root().name || !is_identifier(outline.model)) {
    return std::nullopt;
  }
  outline.contract = root.text("id");
  const std::string region = root.child("parties").child("agency").text("region");
  if (is_of_type(region, Type::region)) outline.region = region;
  for (const Element& package : root.child("packages").children("package")) {
    if (!is_identifier(package.text("name"))) continue;
    outline.packages.push_back({package.text("name"), package.text("version"), package.where()});
  }
  return outline;
}

std::optional<model::Contract> read_contract(std::string_view bytes, const std::string& file,
                                             const model::Model& model, Diagnostics& found) {
  return read_document<model::Contract>(
      bytes, file, contract_grammar(), found,
      [&](const Element& root) { return read_root(root, model); }, model.severities);
}

}  // namespace cpom::xml
