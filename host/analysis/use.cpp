// Rules that no contract uses, and rules for indicators that do not exist.
#include "analysis/checks.hpp"

#include <algorithm>

#include "base/names.hpp"

namespace cpom::analysis {
namespace {

using model::Layer;
using script::Package;
using script::RuleFile;

/// "2.c.1" of "indicators/2.c.1/compute"; empty for a general rule.
std::string code_of(const std::string& id) {
  const auto first = id.find('/');
  const auto last = id.rfind('/');
  return first == last ? std::string() : id.substr(first + 1, last - first - 1);
}

bool has_package(const Context& context, const Package* package) {
  return std::find(context.packages.begin(), context.packages.end(), package) !=
         context.packages.end();
}

/// Whether the contract of \a context calls rule \a id.
bool is_called(const Context& context, const std::string& id) {
  const model::Model& model = *context.model;
  const model::Contract& contract = *context.contract;
  const std::string code = code_of(id);
  if (!code.empty()) return contract.selection(code) != nullptr;
  const std::string kind = id.substr(0, id.find('/'));
  const std::string name = id.substr(id.find('/') + 1);
  if (kind == "rollup") return name == model.rollup_rule;
  if (kind == "weather") return name == model.weather_rule;
  if (kind == "term") return name == model.term_rule;
  if (kind == "classify" && name == model.classify_rule) return true;
  const auto& selections = contract.selections;
  const auto is_chosen = [&](const model::Selection& selection) {
    const model::Indicator& indicator = selection.indicator;
    if (kind == "compute") return name == indicator.form;
    if (kind == "check") return name == model::word_of(indicator.direction);
    if (kind == "classify") return name == indicator.classify;
    return true;  // the other kinds are called for every contract
  };
  return std::any_of(selections.begin(), selections.end(), is_chosen);
}

class UseCheck {
 public:
  UseCheck(const Subject& subject, Diagnostics& found) : subject_(subject), found_(found) {}

  void run() {
    for (const Package* package : subject_.asked) {
      for (const RuleFile& file : package->rules) check(*package, file);
    }
  }

 private:
  void check(const Package& package, const RuleFile& file) {
    const std::string code = code_of(file.id);
    if (!code.empty() && !exists(package, code)) return unknown(package, file, code);
    // What is shared by many is not there for the contracts at hand.
    if (package.layer < Layer::plugin) return;
    bool applies = false;
    for (const Context& context : subject_.contexts) {
      if (context.made_up() || !has_package(context, &package)) continue;
      if (is_called(context, file.id)) return;
      applies = true;
    }
    if (!applies) return;
    found_.note("rule.unused", {file.path.string(), 1, 0},
                code.empty() ? message("no contract given here uses rule {0}", file.id)
                             : message("no contract given here follows indicator {0}", code),
                message("if none ever does, remove the file"));
  }

  bool exists(const Package& package, const std::string& code) const {
    const bool in_a_model =
        std::any_of(subject_.models.begin(), subject_.models.end(),
                    [&](const model::Model* model) { return model->indicator(code) != nullptr; });
    // A package without a model may speak of what any has.
    if (package.model.empty() && package.layer != Layer::contract && in_a_model) return true;
    return std::any_of(subject_.contexts.begin(), subject_.contexts.end(),
                       [&](const Context& context) {
                         if (!has_package(context, &package)) return false;
                         return context.model->indicator(code) != nullptr ||
                                context.contract->selection(code) != nullptr;
                       });
  }

  void unknown(const Package& package, const RuleFile& file, const std::string& code) {
    std::vector<std::string> codes;
    for (const Context& context : subject_.contexts) {
      if (!has_package(context, &package)) continue;
      for (const auto& indicator : context.model->indicators) codes.push_back(indicator.code);
      for (const auto& each : context.contract->selections) codes.push_back(each.indicator.code);
    }
    if (codes.empty()) return;  // nothing is known of what it is for
    std::sort(codes.begin(), codes.end(), natural_less);
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    found_.error("rule.unknown_indicator", {file.path.string(), 1, 0},
                 message("no indicator \"{0}\"", code), suggestion(code, codes));
  }

  const Subject& subject_;
  Diagnostics& found_;
};

}  // namespace

void check_use(const Subject& subject, Diagnostics& found) { UseCheck(subject, found).run(); }

}  // namespace cpom::analysis
