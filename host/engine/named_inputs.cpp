#include "engine/named_inputs.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "engine/evaluation.hpp"

namespace cpom::engine {
namespace {

using Kind = Source::Kind;
using model::Contract;
using model::Model;

constexpr std::string_view followed = "followed.";
constexpr std::string_view funding = "funding.";
constexpr std::string_view measure = "measure.";
constexpr std::string_view score = "score.";
constexpr std::string_view count = "count.";

std::optional<std::string_view> after(std::string_view prefix, std::string_view name) {
  if (!name.starts_with(prefix)) return std::nullopt;
  return name.substr(prefix.size());
}

template <class Entries, class Matches>
std::optional<std::size_t> index_where(const Entries& entries, Matches matches) {
  const auto found = std::find_if(entries.begin(), entries.end(), matches);
  if (found == entries.end()) return std::nullopt;
  return static_cast<std::size_t>(found - entries.begin());
}

template <class Entries>
std::optional<std::size_t> index_of(const Entries& entries, std::string_view id) {
  return index_where(entries, [id](const auto& entry) { return entry.id == id; });
}

Source indexed(Kind kind, std::size_t index) {
  Source source;
  source.kind = kind;
  source.index = index;
  return source;
}

Source fact(Value value) {
  Source source;
  source.kind = Kind::fact;
  source.fact = std::move(value);
  return source;
}

template <class Entries>
std::optional<Source> by_id(Kind kind, const Entries& entries, std::string_view id) {
  const auto index = index_of(entries, id);
  return index ? std::optional(indexed(kind, *index)) : std::nullopt;
}

/// Followed at any time, by the contract as signed or by an amendment.
std::optional<Source> followed_input(const Model& model, const Contract& contract,
                                     std::string_view code) {
  if (contract.selection(code) != nullptr) return fact(true);
  return model.indicator(code) != nullptr ? std::optional(fact(false)) : std::nullopt;
}

/// An indicator that the contract might have chosen has no measure, which is no fault.
std::optional<Source> measure_input(const Model& model, const Contract& contract,
                                    std::string_view code) {
  const auto index = index_where(contract.selections, [code](const model::Selection& selection) {
    return selection.indicator.code == code;
  });
  if (index) return indexed(Kind::indicator_measure, *index);
  return model.indicator(code) != nullptr ? std::optional(fact({})) : std::nullopt;
}

std::optional<Source> count_input(const Model& model, std::string_view id) {
  if (auto status = by_id(Kind::status_count, model.statuses, id)) return status;
  const auto outcome = index_where(all_outcomes, [id](Outcome known) {
    return known != Outcome::classified && code_of(known) == id;
  });
  return outcome ? std::optional(indexed(Kind::outcome_count, *outcome)) : std::nullopt;
}

std::optional<Source> whole_funding(const Model& model, const Contract& contract,
                                    std::string_view mission) {
  if (model.mission(mission) == nullptr) return std::nullopt;
  double sum = 0;
  bool any = false;
  for (const model::Funding& given : contract.fundings) {
    if (given.mission != mission) continue;
    sum += given.amount;
    any = true;
  }
  return fact(any ? Value(sum) : Value());
}

std::optional<Source> validate_input(std::string_view name, const Model& model,
                                     const Contract& contract) {
  if (const auto code = after(followed, name)) return followed_input(model, contract, *code);
  if (const auto id = after(funding, name)) return whole_funding(model, contract, *id);
  const auto known = contract_fact(name, contract);
  return known ? std::optional(fact(*known)) : std::nullopt;
}

std::optional<Source> section_input(std::string_view name, const Model& model,
                                    const Contract& contract) {
  if (const auto code = after(measure, name)) return measure_input(model, contract, *code);
  if (const auto id = after(score, name)) {
    return by_id(Kind::objective_score, contract.objectives, *id);
  }
  if (const auto id = after(count, name)) return count_input(model, *id);
  if (const auto id = after(funding, name)) {
    return by_id(Kind::mission_funding, model.missions, *id);
  }
  return std::nullopt;
}

// --- Facts --------------------------------------------------------------------------------

bool is_signed(const model::Selection& selection) {
  return selection.added_by.empty() && selection.indicator.kind != model::IndicatorKind::context;
}

template <class Holds>
double count_signed(const Contract& contract, Holds holds) {
  return static_cast<double>(std::count_if(
      contract.selections.begin(), contract.selections.end(),
      [&](const auto& selection) { return is_signed(selection) && holds(selection); }));
}

double count_objectives(const Contract& contract) {
  std::set<std::string_view> objectives;
  for (const model::Selection& selection : contract.selections) {
    if (is_signed(selection)) objectives.insert(selection.indicator.objective);
  }
  return static_cast<double>(objectives.size());
}

/// A contract without strands has one that nobody wrote.
double count_strands(const Contract& contract) {
  return static_cast<double>(
      std::count_if(contract.strands.begin(), contract.strands.end(),
                    [](const model::Strand& strand) { return !strand.id.empty(); }));
}

template <model::PartyKind kind>
double count_parties(const Contract& contract) {
  return static_cast<double>(
      std::count_if(contract.parties.begin(), contract.parties.end(),
                    [](const model::Party& party) { return party.kind == kind; }));
}

double count_indicators(const Contract& contract) {
  return count_signed(contract, [](const model::Selection&) { return true; });
}

double count_common(const Contract& contract) {
  return count_signed(contract, [](const model::Selection& selection) {
    return selection.indicator.kind == model::IndicatorKind::common;
  });
}

struct Fact {
  std::string_view name;
  double (*of)(const Contract&);
};

constexpr std::array facts = {
    Fact{"duration_years", [](const Contract& c) { return double(c.duration_years()); }},
    Fact{"contract_years", [](const Contract& c) { return double(c.contract_years()); }},
    Fact{"start_year", [](const Contract& c) { return double(c.first_year()); }},
    Fact{"end_year", [](const Contract& c) { return double(c.last_year()); }},
    Fact{"indicators", count_indicators},
    Fact{"common_indicators", count_common},
    Fact{"objectives", count_objectives},
    Fact{"strands", count_strands},
    Fact{"agencies", count_parties<model::PartyKind::agency>},
    Fact{"establishments", count_parties<model::PartyKind::establishment>},
    Fact{"coordination_services", count_parties<model::PartyKind::coordination_service>},
    Fact{"department_councils", count_parties<model::PartyKind::department_council>},
};

// --- Names, for messages --------------------------------------------------------------------

class Names {
 public:
  template <class Entries>
  void add_ids(std::string_view prefix, const Entries& entries) {
    for (const auto& entry : entries) add(prefix, entry.id);
  }

  void add_codes(std::string_view prefix, const Model& model, const Contract& contract) {
    for (const model::Indicator& indicator : model.indicators) add(prefix, indicator.code);
    for (const model::Selection& selection : contract.selections) {
      if (model.indicator(selection.indicator.code) == nullptr) {
        add(prefix, selection.indicator.code);
      }
    }
  }

  void add(std::string_view prefix, std::string_view name) {
    all_.push_back(std::string(prefix).append(name));
  }

  std::vector<std::string> take() { return std::move(all_); }

 private:
  std::vector<std::string> all_;
};

}  // namespace

std::optional<double> contract_fact(std::string_view name, const Contract& contract) {
  const auto index = index_where(facts, [name](const Fact& known) { return known.name == name; });
  return index ? std::optional(facts[*index].of(contract)) : std::nullopt;
}

std::optional<Source> named_input(RuleKind kind, std::string_view name, const Model& model,
                                  const Contract& contract) {
  if (kind == RuleKind::validate) return validate_input(name, model, contract);
  if (kind == RuleKind::section) return section_input(name, model, contract);
  return std::nullopt;
}

std::vector<std::string> named_inputs(RuleKind kind, const Model& model, const Contract& contract) {
  Names names;
  if (kind == RuleKind::validate) {
    for (const Fact& known : facts) names.add("", known.name);
    names.add_codes(followed, model, contract);
    names.add_ids(funding, model.missions);
  } else if (kind == RuleKind::section) {
    names.add_codes(measure, model, contract);
    names.add_ids(score, contract.objectives);
    names.add_ids(count, model.statuses);
    for (const Outcome outcome : all_outcomes) {
      if (outcome != Outcome::classified) names.add(count, code_of(outcome));
    }
    names.add_ids(funding, model.missions);
  }
  return names.take();
}

}  // namespace cpom::engine
