/// Packages of texts in memory, a model and a contract, and what the checks find in them.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "analysis/check.hpp"
#include "base/language.hpp"

namespace cpom::analysis {

using Texts = std::vector<std::string>;

/// A model with the indicator "1.a", a share in percent, and a contract that follows it; the
/// packages apply to it in their order.
class CheckBench {
 public:
  using Files = std::vector<std::pair<std::string, std::string>>;

  CheckBench() {
    model.id = "essai";
    for (const char* const id : {"reached", "not_reached"}) {
      model::Status status;
      status.id = id;
      model.statuses.push_back(status);
    }
    model::Weather weather;
    weather.id = "sunny";
    model.weathers.push_back(weather);
    model::Indicator indicator;
    indicator.code = "1.a";
    indicator.form = "share";
    indicator.unit = "percent";
    indicator.minimum = 0;
    indicator.maximum = 100;
    model.indicators.push_back(indicator);
    contract.id = "un";
    contract.region = "53";
    model::Selection selection;
    selection.indicator = indicator;
    contract.selections.push_back(selection);
  }

  CheckBench& package(const std::string& name, model::Layer layer, const Files& files) {
    script::Package made;
    made.name = name;
    made.layer = layer;
    if (layer == model::Layer::region) made.region = "53";
    if (layer == model::Layer::contract) made.contract = contract.id;
    made.folder = name;
    for (const auto& [id, source] : files) {
      made.rules.push_back({id, name + "/" + id + ".lua", source});
    }
    packages.packages.push_back(std::move(made));
    return *this;
  }

  CheckBench& set(const std::string& name, double value, const std::string& package) {
    model::Parameter parameter;
    parameter.name = name;
    parameter.value = value;
    parameter.where = {package + "/settings.xml", static_cast<int>(settings[package].size()) + 1,
                       1};
    for (const auto& each : packages.packages) {
      if (each.name == package) parameter.layer = each.layer;
    }
    settings[package].push_back(parameter);
    return *this;
  }

  Diagnostics found() const {
    Diagnostics ignored;
    model::Parameters parameters;
    Subject subject;
    subject.packages = &packages;
    subject.models = {&model};
    std::vector<const script::Package*> applying;
    for (const script::Package& each : packages.packages) {
      if (elsewhere.contains(each.name)) {
        subject.for_contracts.push_back({&each});
      } else {
        applying.push_back(&each);
      }
      subject.asked.insert(&each);
      const auto own = settings.find(each.name);
      if (own == settings.end()) continue;
      subject.settings[&each] = own->second;
      parameters.add(own->second, ignored);
    }
    parameters.add(contract.parameters, ignored);
    subject.contexts.push_back({&model, &contract, made_up ? nullptr : &parameters, applying});
    return check(subject);
  }

  /// "code file:line:column: text".
  Texts told() const {
    Texts all;
    const Diagnostics found = this->found();
    for (const Diagnostic& finding : found.all()) {
      all.push_back(finding.code + " " + text_of(finding.where) + ": " +
                    render(finding.what, Language::english));
    }
    return all;
  }

  model::Model model;
  model::Contract contract;
  script::PackageSet packages;
  std::map<std::string, std::vector<model::Parameter>> settings;
  /// Names of packages that are given for the contract and do not apply to it.
  std::set<std::string> elsewhere;
  /// No contract is given: this one stands for all of a model.
  bool made_up = false;
};

/// What is told of one general rule of the core.
inline Texts told_of(const std::string& id, const std::string& source) {
  return CheckBench().package("core", model::Layer::core, {{id, source}}).told();
}

/// A compute rule with the body \a body and the input `value`.
inline std::string computing(const std::string& body) {
  return "return {\n  needs = { \"value\" },\n  compute = function(value)\n" + body + "  end,\n}\n";
}

}  // namespace cpom::analysis
