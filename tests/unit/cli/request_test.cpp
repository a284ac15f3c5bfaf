#include "cli/request.hpp"

#include "support/catch.hpp"
#include "unit/report/sample.hpp"

using namespace cpom;
using namespace cpom::cli;
using cpom::test::Sample;

namespace {

std::vector<LoadedContract> contracts_of(Sample& sample) {
  std::vector<LoadedContract> contracts;
  contracts.push_back(
      {std::make_unique<const model::Contract>(sample.contract()), &sample.model()});
  return contracts;
}

std::string fault_of(const Options& options, const std::vector<LoadedContract>& contracts) {
  try {
    check_fail_on(options, contracts);
  } catch (const Error& error) {
    return render(error.diagnostic(), Language::english);
  }
  return "no fault";
}

std::vector<std::string> codes_matching(const Sample& sample, std::vector<std::string> words) {
  std::vector<std::string> codes;
  const auto evaluations = sample.evaluations();
  for (const auto* result : matching(evaluations, words)) {
    codes.push_back(result->selection->indicator.code);
  }
  return codes;
}

}  // namespace

TEST_CASE("fail-on: statuses of the model and codes of outcomes are known, others are told") {
  Sample sample;
  const auto contracts = contracts_of(sample);
  Options options;
  options.fail_on = {"missed", "late", "rule_error", "void"};
  CHECK(fault_of(options, contracts) == "no fault");
  options.fail_on = {"mised"};
  CHECK(fault_of(options, contracts) ==
        "error: --fail-on: there is no status or outcome \"mised\" (did you mean \"missed\"?) "
        "[usage.unknown_status]");
  options.fail_on = {"classified"};
  CHECK(fault_of(options, contracts) ==
        "error: --fail-on: there is no status or outcome \"classified\" (known: reached, partly, "
        "missed, not_applicable, context, void, observed, target_pending, not_due, awaited, late, "
        "invalid, not_computable, rule_error) [usage.unknown_status]");
}

TEST_CASE("fail-on: what a person retained counts, otherwise what is proposed") {
  const Sample sample;
  CHECK(codes_matching(sample, {"partly"}) == std::vector<std::string>{"1.a"});
  CHECK(codes_matching(sample, {"reached"}) == std::vector<std::string>{"1.b"});
  CHECK(codes_matching(sample, {"late", "rule_error"}) == std::vector<std::string>{"2.b", "2.c"});
  CHECK(codes_matching(sample, {}).empty());
}

TEST_CASE("request: years asked for must be of the contract; the date follows them") {
  Sample sample;
  sample.model().review = {1, 3, 15};
  const auto contracts = contracts_of(sample);
  Diagnostics found;
  BoundContract bound;
  bound.loaded = &contracts.front();
  const std::vector<model::Observation> none;
  bound.observations.emplace(sample.model(), *contracts.front().contract, none, found);
  Options options;
  CHECK(request_for(bound, options).years == std::vector<int>{2024});
  CHECK(request_for(bound, options).as_of == make_date(2025, 3, 15));
  options.first_year = 2025;
  options.last_year = 2027;
  CHECK(request_for(bound, options).years == std::vector<int>{2025, 2026, 2027});
  CHECK(request_for(bound, options).as_of == make_date(2028, 3, 15));
  options.as_of = make_date(2026, 1, 1);
  CHECK(request_for(bound, options).as_of == make_date(2026, 1, 1));
  options.last_year = 2029;
  try {
    request_for(bound, options);
    FAIL("2029 is accepted");
  } catch (const Error& error) {
    CHECK(render(error.diagnostic(), Language::english) ==
          "contrat.xml:2:1: error: 2029 is not a year of contract \"bretagne\" (give a year from "
          "2024 to 2028) [usage.year_outside]");
  }
}

TEST_CASE("request: a term is made of its own years, where the model has one") {
  Sample sample;
  sample.model().review = {1, 3, 15};
  const auto contracts = contracts_of(sample);
  Diagnostics found;
  BoundContract bound;
  bound.loaded = &contracts.front();
  const std::vector<model::Observation> none;
  bound.observations.emplace(sample.model(), *contracts.front().contract, none, found);
  Options options;
  options.term = engine::Term::end;
  try {
    request_for(bound, options);
    FAIL("a model without a term is accepted");
  } catch (const Error& error) {
    CHECK(render(error.diagnostic(), Language::english) ==
          "contrat.xml:2:1: error: model \"" + sample.model().id +
              "\" of contract \"bretagne\" has no result for the term (remove --term, or add "
              "<term rule=\"…\"/> to the model) [usage.no_term]");
  }
  sample.model().term_rule = "last";
  const engine::Request request = request_for(bound, options);
  CHECK(request.term == engine::Term::end);
  CHECK(request.years == std::vector<int>{2024, 2025, 2026, 2027, 2028});
  // No day is invented: what is known of the last year with a value.
  CHECK(request.as_of == request_for(bound, Options{}).as_of);
  options.term = engine::Term::middle;
  CHECK(request_for(bound, options).years ==
        engine::term_years(*contracts.front().contract, engine::Term::middle));
  options.as_of = make_date(2026, 1, 1);
  CHECK(request_for(bound, options).as_of == make_date(2026, 1, 1));
}
