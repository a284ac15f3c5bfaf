#include "engine/arguments.hpp"
#include "engine/evaluator.hpp"
#include "engine/plan.hpp"

namespace cpom::engine {
namespace {

class Validation {
 public:
  Validation(const model::Contract& contract, Rules& rules, Diagnostics& found)
      : contract_(contract), rules_(rules), found_(found) {}

  void ask(const BoundRule& bound) {
    ArgumentCollector collector(bound);
    for (const Source& source : bound.sources) collector.add(source, constant_value(source));
    const Arguments arguments = collector.take();
    const Rule& rule = *bound.rule;
    if (!arguments.missing.empty()) {
      return broken(
          rule, message("\"{0}\" is needed and was not supplied", arguments.missing.front()->name));
    }
    const Answer answer = rules_.call(rule, arguments.values);
    for (const Diagnostic& failure : answer.failure) found_.add(failure);
    const bool not_concerned = answer.nothing() && !answer.reason.empty();
    if (answer.failed() || not_concerned) return;
    const bool* const right = std::get_if<bool>(&answer.first);
    if (right == nullptr || (!*right && answer.reason.empty())) {
      found_.add(wrong_result(
          rule, message("rule {0} must return true, or false and a message", rule.id)));
    } else if (!*right) {
      broken(rule, Message{answer.reason, {}, {}, 1});
    }
  }

 private:
  void broken(const Rule& rule, Message what) {
    found_.add({rule.severity, "contract.rule", contract_.where,
                message("{0} (rule {1}, package {2}, layer {3})", std::move(what), rule.id,
                        rule.package, model::word_of(rule.layer)),
                message("the rule is in {0}", text_of(rule.where))});
  }

  const model::Contract& contract_;
  Rules& rules_;
  Diagnostics& found_;
};

}  // namespace

void validate(const PreparedContract& contract, Rules& rules, Diagnostics& found) {
  Validation validation(contract.contract(), rules, found);
  for (const FurtherRule& further : contract.plan().validations) {
    if (further.bound) validation.ask(*further.bound);
  }
}

}  // namespace cpom::engine
