// An evaluation made by hand, in which each kind of result occurs.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "engine/evaluation.hpp"
#include "report/writer.hpp"

namespace cpom::test {

using engine::Outcome;
using engine::Result;

class Sample {
 public:
  Sample() {
    fill_model();
    fill_contract();
    fill_rules();
    evaluation_.model = &model_;
    evaluation_.contract = &contract_;
    evaluation_.as_of = make_date(2026, 3, 15);
    evaluation_.years = {2025};
    fill_results();
    fill_objectives();
  }
  Sample(const Sample&) = delete;
  Sample& operator=(const Sample&) = delete;

  model::Model& model() { return model_; }
  model::Contract& contract() { return contract_; }
  engine::Evaluation& evaluation() { return evaluation_; }
  std::vector<engine::Evaluation> evaluations() const { return {evaluation_}; }
  const engine::Evaluation& only() const { return evaluation_; }

  /// A selection that outlives the evaluation.
  const model::Selection* add_selection(std::string code, std::string label, std::string objective,
                                        std::string unit, int decimals,
                                        model::Direction direction = model::Direction::higher) {
    model::Selection& selection = selections_.emplace_back();
    selection.indicator.code = std::move(code);
    selection.indicator.label = std::move(label);
    selection.indicator.objective = std::move(objective);
    selection.indicator.unit = std::move(unit);
    selection.indicator.decimals = decimals;
    selection.indicator.direction = direction;
    selection.followed_from = contract_.start;
    return &selection;
  }

  const model::Target* add_target(double value) {
    model::Target& target = targets_.emplace_back();
    target.year = 2025;
    target.value = value;
    target.in_force = contract_.start;
    target.where = {"contrat.xml", 40, 7};
    return &target;
  }

  Result& add_result(const model::Selection* selection, Outcome outcome, Message reason = {}) {
    Result& result = evaluation_.results.emplace_back();
    result.selection = selection;
    result.strand = &contract_.strands.front();
    result.year = 2025;
    result.expected_by = make_date(2026, 1, 31);
    result.outcome = outcome;
    result.reason = std::move(reason);
    return result;
  }

 private:
  void fill_model() {
    using model::Tone;
    model_.id = "etat-ars";
    model_.family = "etat-ars";
    model_.generation = "2024-2028";
    model_.label = "État-ARS 2024-2028";
    model_.levels = {{"objective", "Objectif"}};
    model_.statuses = {
        {"reached", "Atteint", "Reached", "✔", Tone::good, 100.0, false, {}},
        {"partly", "Partiellement atteint", "Partly reached", "◐", Tone::medium, 50.0, true, {}},
        {"missed", "Non atteint", "Missed", "✘", Tone::bad, 0.0, false, {}}};
    model_.weathers = {{"storm", "Orage", "Storm", "☂", Tone::bad, true, {}},
                       {"cloud", "Nuageux", "Cloudy", "☁", Tone::medium, true, {}},
                       {"sun", "Soleil", "Sunny", "☼", Tone::good, true, {}}};
    model_.objectives = {
        {"1", "Développer des environnements favorables à la santé", "objective", "", {}, {}, {}},
        {"2", "Renforcer la prévention", "objective", "", {}, {}, {}}};
  }

  void fill_contract() {
    contract_.id = "bretagne";
    contract_.label = "CPOM État-ARS Bretagne";
    contract_.model = model_.id;
    contract_.region = "53";
    contract_.signed_on = make_date(2024, 1, 15);
    contract_.start = make_date(2024, 1, 1);
    contract_.end = make_date(2028, 12, 31);
    contract_.parties = {{model::PartyKind::ministry, "Ministère de la santé", "", "", {}, "", {}},
                         {model::PartyKind::agency, "ARS Bretagne", "53", "", {}, "", {}}};
    contract_.strands = {{"", "", "", {}}};
    contract_.where = {"contrat.xml", 2, 1};
  }

  void fill_rules() {
    share_.kind = engine::RuleKind::compute;
    share_.id = "compute/share";
    share_.package = "core";
    share_.where = {"rules/core/compute/share.lua", 3, 0};
    share_.chain = {share_.where};
    threshold_.name = "partly_from";
    threshold_.value = 50;
    threshold_.assumption = true;
    threshold_.where = {"contracts/etat-ars.xml", 12, 5};
  }

  void fill_results() {
    add_partly();
    add_reached_by_person();
    add_missed();
    const auto* observed = add_selection("2.a", "Nombre de réunions", "2", "count", 0);
    add_result(observed, Outcome::observed, message("value followed without a target")).measure =
        50000;
    add_late();
    add_rule_error();
  }

  void add_partly() {
    const auto* selection =
        add_selection("1.a",
                      "Part de la population alimentée par une eau du réseau de distribution "
                      "de bonne qualité microbiologique",
                      "1", "percent", 1);
    Result& result = add_result(selection, Outcome::classified);
    result.status = &model_.statuses[1];
    result.measure = 72.7;
    result.unrounded = 72.72727272727273;
    result.baseline = 65;
    result.target = add_target(75);
    result.reached = false;
    result.progress = result.shown_progress = 77;
    result.unrounded_progress = 77.0;
    result.flags.set(engine::Flag::provisional);
    observation_.indicator = "1.a";
    observation_.year = 2025;
    observation_.numerator = 8;
    observation_.denominator = 11;
    observation_.source = "SISE-Eaux";
    observation_.received = make_date(2026, 2, 1);
    observation_.provisional = true;
    observation_.where = {"valeurs.csv", 2, 4};
    result.observation = &observation_;
    result.applications = {{&share_,
                            {{"numerator", 8.0, {"valeurs.csv", 2, 4}, &observation_},
                             {"denominator", 11.0, {"valeurs.csv", 2, 5}, &observation_}},
                            {&threshold_}}};
  }

  void add_reached_by_person() {
    const auto* selection = add_selection("1.b", "Délai moyen de traitement des dossiers", "1",
                                          "days", 0, model::Direction::lower);
    Result& result = add_result(selection, Outcome::classified);
    result.status = &model_.statuses[1];
    result.measure = 31;
    model::Target& target = targets_.emplace_back(*add_target(30));
    target.amendment = "1";
    result.initial_target = add_target(25);
    result.target = &target;
    result.reached = false;
    result.progress = result.shown_progress = 90;
    result.flags.set(engine::Flag::amended_target);
    status_decision_.retained = "reached";
    status_decision_.role = "directrice générale";
    status_decision_.date = make_date(2026, 2, 12);
    status_decision_.reason = "un jour d'écart";
    status_decision_.where = {"contrat.xml", 80, 5};
    result.retained = &status_decision_;
    result.retained_status = &model_.statuses[0];
  }

  void add_missed() {
    const auto* selection = add_selection("1.c", "Habitat \x1b[31mindigne", "1", "percent", 0);
    Result& result = add_result(selection, Outcome::classified);
    result.status = &model_.statuses[2];
    result.measure = 40;
    result.target = add_target(60);
    result.progress = -25;
    result.unrounded_progress = -25.0;
    result.shown_progress = 0;
    result.flags.set(engine::Flag::regression);
    result.remarks = {message("{0} was replaced by {1}", "41", "40")};
  }

  void add_late() {
    const auto* selection = add_selection("2.b", "Taux de dépistage", "2", "percent", 1);
    Result& result = add_result(selection, Outcome::late,
                                message("{0} not received; it was expected by {1}",
                                        message("value"), make_date(2026, 1, 31)));
    result.target = add_target(55.25);
  }

  void add_rule_error() {
    const auto* selection = add_selection("2.c", "Couverture vaccinale", "2", "percent", 1);
    Result& result = add_result(selection, Outcome::rule_error, message("attempt to index nil"));
    result.reason_at = {"rules/core/compute/share.lua", 7, 0};
    result.target = add_target(80);
    result.failures = {{Severity::error, "rule.failed", result.reason_at, result.reason, {}}};
  }

  void fill_objectives() {
    evaluation_.objectives.resize(2);
    engine::ObjectiveResult& first = evaluation_.objectives[0];
    first.objective = &model_.objectives[0];
    first.strand = &contract_.strands.front();
    first.year = 2025;
    first.expected = first.counted = 3;
    first.score = 50;
    first.weather = &model_.weathers[1];
    weather_decision_.kind = model::Decision::Kind::weather;
    weather_decision_.role = "comité de pilotage";
    weather_decision_.date = make_date(2026, 3, 1);
    first.retained = &weather_decision_;
    first.retained_weather = &model_.weathers[2];
    engine::ObjectiveResult& second = evaluation_.objectives[1];
    second.objective = &model_.objectives[1];
    second.strand = first.strand;
    second.year = 2025;
    second.expected = 2;
    second.reason = message("no indicator of this objective has a status yet");
    second.worst = &model_.weathers[0];
    second.best = &model_.weathers[2];
  }

  model::Model model_;
  model::Contract contract_;
  std::deque<model::Selection> selections_;
  std::deque<model::Target> targets_;
  model::Observation observation_;
  model::Decision status_decision_;
  model::Decision weather_decision_;
  engine::Rule share_;
  model::Parameter threshold_;
  engine::Evaluation evaluation_;
};

}  // namespace cpom::test
