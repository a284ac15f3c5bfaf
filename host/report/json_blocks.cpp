#include "report/json_parts.hpp"

#include <type_traits>
#include <variant>

namespace cpom::report {
namespace {

Json rule_json(const engine::Application& application, const Voice& voice) {
  const engine::Rule& rule = *application.rule;
  Json inputs = Json::array();
  for (const engine::Input& input : application.inputs) {
    inputs.push_back({{"name", input.name},
                      {"value", value_json(input.value)},
                      {"place", place_json(input.where, voice)}});
  }
  Json parameters = Json::array();
  for (const model::Parameter* parameter : application.parameters) {
    parameters.push_back({{"name", parameter->name},
                          {"value", parameter->value},
                          {"layer", model::word_of(parameter->layer)},
                          {"place", place_json(parameter->where, voice)},
                          {"assumption", parameter->assumption}});
  }
  Json chain = Json::array();
  for (const Position& link : rule.chain) chain.push_back(place_json(link, voice));
  return {{"kind", engine::word_of(rule.kind)},     {"id", rule.id},
          {"layer", model::word_of(rule.layer)},    {"package", text_or_null(rule.package)},
          {"place", place_json(rule.where, voice)}, {"inputs", std::move(inputs)},
          {"parameters", std::move(parameters)},    {"chain", std::move(chain)}};
}

}  // namespace

Json value_json(const engine::Value& value) {
  return std::visit(
      [](const auto& content) -> Json {
        if constexpr (std::is_same_v<std::decay_t<decltype(content)>, std::monostate>) {
          return nullptr;
        } else {
          return content;
        }
      },
      value);
}

Json text_or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); }

Json place_json(const Position& position, const Voice& voice) {
  if (position.file.empty()) return nullptr;
  const Position shown = voice.place(position);
  return {{"file", shown.file},
          {"line", shown.line > 0 ? Json(shown.line) : Json(nullptr)},
          {"column", shown.column > 0 ? Json(shown.column) : Json(nullptr)}};
}

Json rules_json(const std::vector<engine::Application>& applications, const Voice& voice) {
  Json rules = Json::array();
  for (const engine::Application& application : applications) {
    rules.push_back(rule_json(application, voice));
  }
  return rules;
}

Json failures_json(const std::vector<Diagnostic>& failures, const Voice& voice) {
  Json list = Json::array();
  for (const Diagnostic& failure : failures) {
    list.push_back({{"code", failure.code},
                    {"severity", code_of(failure.severity)},
                    {"text", voice.tell(failure.what)},
                    {"remedy", text_or_null(voice.tell(failure.remedy))},
                    {"place", place_json(failure.where, voice)}});
  }
  return list;
}

Json remarks_json(const std::vector<Message>& remarks, const Voice& voice) {
  Json list = Json::array();
  for (const Message& remark : remarks) list.push_back(voice.tell(remark));
  return list;
}

}  // namespace cpom::report
