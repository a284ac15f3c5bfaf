#include <algorithm>
#include <chrono>
#include <iostream>
#include <vector>

#include "support/catch.hpp"
#include "unit/explain/example.hpp"

using namespace cpom;

namespace {

/// Seconds of the fastest of many batches: other programs only make things slower.
template <class Work>
double seconds(const Work& work) {
  constexpr int batches = 40;
  constexpr int times = 20;
  double best = 1e9;
  for (int batch = 0; batch < batches; ++batch) {
    const auto began = std::chrono::steady_clock::now();
    for (int i = 0; i < times; ++i) work();
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - began;
    best = std::min(best, taken.count() / times);
  }
  return best;
}

struct Call {
  const engine::Rule* rule = nullptr;
  std::vector<engine::Value> arguments;
  engine::Answer answer;
};

/// Every call of a rule that gave a result of the evaluation its value and status.
std::vector<Call> calls_of(const explain::Subject& subject, const engine::Evaluation& evaluation) {
  std::vector<Call> calls;
  for (const engine::Result& result : evaluation.results) {
    for (const auto& calculation : explain::derive(subject, evaluation, result).calculations) {
      if (calculation.arguments.empty()) continue;
      calls.push_back({calculation.rule, calculation.arguments, calculation.answer});
    }
  }
  return calls;
}

}  // namespace

// Checks nothing: cpom_unit "[bench]" prints what an evaluation and its tracing take.
TEST_CASE("bench: what tracing adds to an evaluation", "[.][bench]") {
  test::ExplainedExample example("etat-ars-2024-2028-bretagne", {"region-53-bretagne"});
  const auto subject = example.subject();
  const auto evaluation = example.evaluate(2025);
  const std::vector<Call> calls = calls_of(subject, evaluation);
  const double plain = seconds([&] { example.evaluate(2025); });
  const double traced = seconds([&] {
    for (const Call& call : calls) {
      subject.traced.trace(*call.rule, call.arguments, call.answer);
    }
  });
  const double again = seconds([&] {
    for (const Call& call : calls) subject.rules.call(*call.rule, call.arguments);
  });
  std::cout << "evaluate " << 1e3 * plain << " ms; " << calls.size() << " calls of rules, traced "
            << 1e3 * traced << " ms, plain " << 1e3 * again << " ms: evaluation and tracing take "
            << (plain + traced) / plain << " times an evaluation\n";
}
