#include "cli/request.hpp"

#include <algorithm>

#include "base/names.hpp"

namespace cpom::cli {
namespace {

std::string_view word_of(const engine::Result& result) {
  if (result.retained_status != nullptr) return result.retained_status->id;
  if (result.status != nullptr) return result.status->id;
  return engine::code_of(result.outcome);
}

}  // namespace

void require_year(int year, const model::Contract& contract) {
  if (year >= contract.first_year() && year <= contract.last_year()) return;
  throw Error("usage.year_outside", contract.where,
              message("{0} is not a year of contract \"{1}\"", year, contract.id),
              message("give a year from {0} to {1}", contract.first_year(), contract.last_year()));
}

engine::Request request_for(const BoundContract& bound, const Options& options) {
  const model::Model& model = *bound.loaded->model;
  const model::Contract& contract = *bound.loaded->contract;
  engine::Request request = engine::default_request(model, contract, *bound.observations);
  if (options.term) {
    if (model.term_rule.empty()) {
      throw Error("usage.no_term", contract.where,
                  message("model \"{0}\" of contract \"{1}\" has no result for the term", model.id,
                          contract.id),
                  message("remove --term, or add <term rule=\"…\"/> to the model"));
    }
    request.term = options.term;
    request.years = engine::term_years(contract, *options.term);
    if (request.years.empty()) {
      throw Error("usage.no_term", contract.where,
                  message("no year of contract \"{0}\" is over on its middle day", contract.id),
                  message("give --term end"));
    }
  }
  if (options.first_year) {
    require_year(*options.first_year, contract);
    require_year(*options.last_year, contract);
    request.years.clear();
    for (int year = *options.first_year; year <= *options.last_year; ++year) {
      request.years.push_back(year);
    }
    request.as_of = std::max(request.as_of, model.review.in(request.years.back()));
  }
  if (options.as_of) request.as_of = *options.as_of;
  return request;
}

void check_fail_on(const Options& options, const std::vector<LoadedContract>& contracts) {
  std::vector<std::string> known;
  for (const LoadedContract& loaded : contracts) {
    for (const model::Status& status : loaded.model->statuses) {
      if (std::find(known.begin(), known.end(), status.id) == known.end()) {
        known.push_back(status.id);
      }
    }
  }
  for (const engine::Outcome outcome : engine::all_outcomes) {
    if (outcome != engine::Outcome::classified) known.emplace_back(engine::code_of(outcome));
  }
  for (const std::string& word : options.fail_on) {
    if (std::find(known.begin(), known.end(), word) != known.end()) continue;
    const std::string nearest = nearest_name(word, known);
    std::string list;
    for (const std::string& each : known) list += (list.empty() ? "" : ", ") + each;
    throw Error(
        "usage.unknown_status", {},
        message("--fail-on: there is no status or outcome \"{0}\"", word),
        nearest.empty() ? message("known: {0}", list) : message("did you mean \"{0}\"?", nearest));
  }
}

std::vector<const engine::Result*> matching(const std::vector<engine::Evaluation>& evaluations,
                                            const std::vector<std::string>& fail_on) {
  std::vector<const engine::Result*> found;
  for (const engine::Evaluation& evaluation : evaluations) {
    for (const engine::Result& result : evaluation.results) {
      const std::string_view word = word_of(result);
      if (std::find(fail_on.begin(), fail_on.end(), word) != fail_on.end()) {
        found.push_back(&result);
      }
    }
  }
  return found;
}

}  // namespace cpom::cli
