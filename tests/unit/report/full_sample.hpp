// The sample with all that not every contract has: missions and money, actions, roadmaps, columns,
// sections, a term and engagements.
#pragma once

#include <deque>

#include "unit/report/sample.hpp"

namespace cpom::test {

class FullSample : public Sample {
 public:
  FullSample() {
    model().missions = {{"coordination", "Appui à la coordination"}, {"other", "Autres missions"}};
    model().engagement_outcomes = {{"renewed", "Reconduction d'un engagement", {}},
                                   {"ended", "Suppression d'un engagement", {}}};
    model().outcome_labels["void"] = {"Devenu Sans Objet", ""};
    fill_objectives();
    fill_contract();
    fill_rules();
    fill_results();
    fill_sections();
    fill_terms();
    fill_engagements();
    evaluation().packages = {{"core", "", model::Layer::core},
                             {"dac-axe-1-activite", "1.0.0", model::Layer::plugin}};
  }

 private:
  void fill_objectives() {
    auto& objectives = contract().objectives;
    objectives = model().objectives;
    objectives[0].mission = "coordination";
    objectives[1].mission = "other";
    objectives.push_back({"2.1", "Sous-objectif sans indicateur", "objective", "2", {}, {}, {}});
    objectives.push_back({"3", "Objectif porté par une action", "objective", "", {}, {}, {}});
    objectives.back().mission = "coordination";
    for (auto& result : evaluation().objectives) {
      result.objective = contract().objective(result.objective->id);
    }
    for (const std::size_t index : {std::size_t{2}, std::size_t{3}}) {
      auto& added = evaluation().objectives.emplace_back();
      added.objective = &objectives[index];
      added.strand = &contract().strands.front();
      added.year = 2025;
      added.reason = message("no indicator to judge this year");
    }
  }

  void fill_contract() {
    contract().packages = {{"dac-axe-1-activite", "1.0.0", {}}, {"dac-paliers", "", {}}};
    contract().fundings = {{2025, 1180000, "coordination", "FIR", {"contrat.xml", 20, 5}},
                           {2025, 20000.5, "coordination", "ESMS", {}},
                           {2025, 45000, "other", "", {}},
                           {2024, 1, "other", "", {}}};
    contract().amendments = {{"2", "", make_date(2025, 1, 1), make_date(2025, 1, 1), {}},
                             {"3", "", make_date(2026, 1, 1), make_date(2027, 1, 1), {}}};
    contract().roadmaps = {
        {"2", "Virage domiciliaire", make_date(2025, 1, 1), make_date(2025, 12, 31), {}},
        {"2", "D'une autre année", make_date(2026, 1, 1), make_date(2026, 12, 31), {}},
        {"3", "Pas encore", make_date(2025, 1, 1), make_date(2027, 12, 31), {}}};
    contract().actions = {
        {"A1", "1", "Ouvrir une permanence", model::Advance::ongoing, "deux sites sur trois", {}},
        {"A2", "3", "Recruter un référent", {}, "", {}}};
  }

  void fill_rules() {
    amount_.kind = engine::RuleKind::column;
    amount_.id = "column/amount";
    amount_.label = "Part de la dotation";
    advice_.kind = engine::RuleKind::section;
    advice_.id = "section/advice";
    advice_.label = "Avis sur la modulation";
    advice_.where = {"plugins/p/section/advice.lua", 4, 0};
    remark_ = advice_;
    remark_.id = "section/remark";
    remark_.label = "Remarque";
  }

  void fill_results() {
    const auto column = [this](engine::Value value, Message reason) {
      return engine::ColumnValue{&amount_, std::move(value), std::move(reason), {}};
    };
    auto& results = evaluation().results;
    results[0].columns = {column(118000.0, {})};
    results[1].columns = {column(std::string("à revoir"), {})};
    results[2].columns = {column({}, Message{"pas de part sous la cible", {}, {}, 1})};
    results[3].columns = {
        column({}, message("rule {0} needs \"{1}\", which is not given", "x", "y"))};
    results[4].columns = results[3].columns;
    results[5].columns = results[3].columns;
    results[5].columns[0].failures = {
        {Severity::error, "rule.failed", {"plugins/p/column/amount.lua", 9, 0}, message("x"), {}}};
    results[0].selection = selection_of(results[0], "coordination", "750000018");
    results[4].selection = selection_of(results[4], "", "");
    results[4].outcome = Outcome::void_indicator;
  }

  const model::Selection* selection_of(const Result& result, const char* mission,
                                       const char* site) {
    model::Selection& own = selections_.emplace_back(*result.selection);
    own.mission = mission;
    own.site = site;
    return &own;
  }

  void fill_sections() {
    const model::Strand* const strand = &contract().strands.front();
    evaluation().sections = {
        {&advice_,
         strand,
         2025,
         "Le score est de 50.\nModulation proposée : aucune.",
         0.0,
         {},
         {},
         {}},
        {&remark_, strand, 2025, "", {}, message("nothing"), {}, {}},
        {&remark_,
         strand,
         2025,
         "",
         {},
         {},
         {},
         {{Severity::error, "rule.failed", advice_.where, message("broken"), {}}}}};
  }

  void fill_terms() {
    evaluation().term = engine::Term::end;
    for (std::size_t i = 0; i < evaluation().results.size(); ++i) {
      const Result& result = evaluation().results[i];
      engine::TermResult& term = evaluation().terms.emplace_back();
      term.selection = result.selection;
      term.strand = result.strand;
      term.yearly = {i};
      term.outcome = result.outcome;
      term.expected = result.is_expected() ? 2 : 0;
      term.status = result.retained_status != nullptr ? result.retained_status : result.status;
      term.counted = term.status != nullptr ? 1 : 0;
      if (term.status == nullptr) term.reason = result.reason;
    }
    evaluation().terms[0].counted = 2;
  }

  void fill_engagements() {
    model::Engagement one;
    one.id = "E1";
    one.objective = "1";
    one.site = "750000018";
    one.orientation = "Maîtriser les risques";
    one.former_annex = "A2V3";
    one.indicators = {"1.b", "1.a"};
    one.diagnoses = {
        {model::DiagnosisAuthor::structure, make_date(2025, 10, 1), "Le délai reste tenu.", {}},
        {model::DiagnosisAuthor::shared, {}, "Poursuivre.", {}},
        {model::DiagnosisAuthor::agency, make_date(2027, 1, 1), "Pas encore écrit.", {}}};
    one.outcome = "renewed";
    one.outcome_date = make_date(2026, 2, 1);
    one.outcome_role = "directrice";
    one.outcome_reason = "engagement tenu";
    model::Engagement other;
    other.id = "E2";
    other.objective = "3";
    contract().engagements = {one, other};
    outcome_decision_.retained = "ended";
    outcome_decision_.role = "agence";
    outcome_decision_.date = make_date(2026, 3, 1);
    outcome_decision_.reason = "repris ailleurs";
    evaluation().engagements = {{&contract().engagements[0],
                                 {1, 0},
                                 &model().engagement_outcomes[0],
                                 &model().engagement_outcomes[1],
                                 &outcome_decision_},
                                {&contract().engagements[1], {}, nullptr, nullptr, nullptr}};
  }

  std::deque<model::Selection> selections_;
  engine::Rule amount_;
  engine::Rule advice_;
  engine::Rule remark_;
  model::Decision outcome_decision_;
};

}  // namespace cpom::test
