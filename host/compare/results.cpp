#include "compare/results.hpp"

#include "report/shown.hpp"

namespace cpom::compare {
namespace {

Result result_of(const engine::Evaluation& evaluation, const engine::Result& result,
                 const report::Voice& voice) {
  Result made;
  const model::Indicator& indicator = result.selection->indicator;
  made.key = {evaluation.contract->id, indicator.code, result.strand->id, result.year};
  made.label = indicator.label;
  const report::Mark mark = voice.effective(result);
  made.status = mark.id;
  made.shown_status = mark.text();
  if (const model::Status* status = result.effective_status()) {
    made.rank = static_cast<int>(status - evaluation.model->statuses.data()) + 1;
  }
  made.measure = result.measure;
  made.shown_measure = voice.value(result);
  made.target = voice.target(result);
  made.reason = voice.reason(result);
  return made;
}

Weather weather_of(const engine::Evaluation& evaluation, const engine::ObjectiveResult& result,
                   const report::Voice& voice) {
  Weather made;
  made.key = {evaluation.contract->id, result.objective->id, result.strand->id, result.year};
  made.label = result.objective->label;
  const model::Weather* level =
      result.retained_weather != nullptr ? result.retained_weather : result.weather;
  if (level == nullptr) return made;
  made.level = level->id;
  made.shown_level = voice.mark(*level).text();
  made.rank = static_cast<int>(level - evaluation.model->weathers.data()) + 1;
  return made;
}

}  // namespace

Results results_of(const std::vector<engine::Evaluation>& evaluations, const report::Style& style) {
  Results all;
  for (const engine::Evaluation& evaluation : evaluations) {
    const report::Voice voice(evaluation, style);
    for (const engine::Result& result : evaluation.results) {
      all.results.push_back(result_of(evaluation, result, voice));
    }
    for (const engine::ObjectiveResult& result : evaluation.objectives) {
      all.weathers.push_back(weather_of(evaluation, result, voice));
    }
  }
  return all;
}

}  // namespace cpom::compare
