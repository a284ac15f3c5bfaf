#include "explain/words.hpp"

#include <optional>

namespace cpom::explain {
namespace {

std::optional<Message> known_input(std::string_view need) {
  if (need == "value") return message("value");
  if (need == "numerator") return message("numerator");
  if (need == "denominator") return message("denominator");
  if (need == "baseline") return message("baseline");
  if (need == "previous") return message("value of the year before");
  if (need == "measure") return message("measure");
  if (need == "target") return message("target");
  if (need == "target.min") return message("lower bound");
  if (need == "target.max") return message("upper bound");
  if (need == "reached") return message("target reached");
  if (need == "progress") return message("progress");
  if (need == "kept") return message("constraint kept");
  if (need == "year") return message("year");
  if (need == "decimals") return message("decimals");
  return std::nullopt;
}

}  // namespace

std::string name_of_input(std::string_view need, const model::Indicator* indicator,
                          Language language) {
  if (indicator != nullptr) {
    for (const model::Component& component : indicator->components) {
      if (component.id == need && !component.label.empty()) return component.label;
    }
  }
  if (const auto known = known_input(need)) return render(*known, language);
  constexpr std::string_view parameter = "param.";
  if (need.starts_with(parameter)) {
    const std::string_view name = need.substr(parameter.size());
    const Message label = name_of_parameter(name);
    return render(label.empty() ? message("parameter {0}", name) : label, language);
  }
  const auto dot = need.rfind('.');
  if (dot != std::string_view::npos) {
    if (const auto part = known_input(need.substr(dot + 1))) {
      const std::string whole = name_of_input(need.substr(0, dot), indicator, language);
      return render(message("{0} of \"{1}\"", *part, whole), language);
    }
  }
  return std::string(need);
}

Message name_of_parameter(std::string_view name) {
  if (name == "partial_from") return message("threshold of partial attainment");
  if (name == "minimum_denominator") return message("least denominator that says something");
  if (name == "quantity") return message("quantity to attain");
  if (name == "scale") return message("scale of the rate");
  if (name == "constraint_limit") return message("limit of the constraint");
  if (name == "weight") return message("weight of the indicator");
  return {};
}

Message name_of(model::Layer layer) {
  switch (layer) {
    case model::Layer::core: return message("the common rules");
    case model::Layer::model: return message("the model of contract");
    case model::Layer::plugin: return message("a plugin");
    case model::Layer::region: return message("the region");
    case model::Layer::contract: break;
  }
  return message("the contract itself");
}

}  // namespace cpom::explain
