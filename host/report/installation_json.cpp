#include <string_view>

#include <nlohmann/json.hpp>

#include "report/installation.hpp"

namespace cpom::report {
namespace {

using Json = nlohmann::ordered_json;

constexpr int indent = 2;

std::string_view code_of(DataOrigin origin) {
  switch (origin) {
    case DataOrigin::environment: return "environment";
    case DataOrigin::installed: return "installed";
    case DataOrigin::sources: break;
  }
  return "sources";
}

std::string_view code_of(Cause cause) {
  switch (cause) {
    case Cause::option: return "option";
    case Cause::environment: return "environment";
    case Cause::terminal: return "terminal";
    case Cause::no_terminal: return "no_terminal";
    case Cause::dumb_terminal: return "dumb_terminal";
    case Cause::no_color: return "no_color";
    case Cause::preset: break;
  }
  return "preset";
}

Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json json_of(const InstalledPackage& package) {
  Json json;
  json["name"] = package.name;
  json["version"] = or_null(package.version);
  json["layer"] = package.layer;
  json["model"] = or_null(package.model);
  json["region"] = or_null(package.region);
  json["contract"] = or_null(package.contract);
  json["by_name"] = package.by_name;
  json["rules"] = package.rules;
  json["settings"] = package.settings;
  json["tests"] = package.tests;
  json["folder"] = package.folder;
  json["usable"] = package.faults.empty();
  json["faults"] = package.faults;
  return json;
}

Json json_of(const InstalledModel& model) {
  Json json;
  json["id"] = model.id;
  json["family"] = model.family;
  json["label"] = model.label;
  json["file"] = model.file;
  json["packages"] = model.packages;
  return json;
}

Json json_of(const ContractLayers& contract) {
  Json json;
  json["id"] = contract.id;
  json["file"] = contract.file;
  json["model"] = contract.model;
  json["region"] = or_null(contract.region);
  json["layers"] = Json::array();
  for (const auto& each : contract.layers) {
    json["layers"].push_back({{"layer", each.layer}, {"package", each.package}});
  }
  return json;
}

template <class List>
Json list_of(const List& list) {
  Json json = Json::array();
  for (const auto& each : list) json.push_back(json_of(each));
  return json;
}

}  // namespace

std::string installation_json(const Installation& installation, const FindingsStyle& style) {
  Json json;
  json["schema"] = installation_schema_version;
  json["program"] = installation.program;
  json["lua"] = {{"release", installation.lua}, {"of_system", installation.system_lua}};
  json["api"] = {{"revision", installation.api}, {"oldest", installation.oldest_api}};
  json["report_schema"] = installation.json_schema;
  json["libraries"] = installation.libraries;
  json["data"] = {{"folder", installation.data}, {"from", code_of(installation.data_origin)}};
  json["language"] = {{"code", cpom::code_of(installation.language)},
                      {"from", code_of(installation.language_cause)},
                      {"variable", or_null(installation.language_variable)}};
  json["locale"] = or_null(installation.locale_variable);
  json["terminal"] = installation.terminal;
  json["width"] = {{"columns", installation.width}, {"from", code_of(installation.width_cause)}};
  json["colour"] = {{"on", installation.colour}, {"from", code_of(installation.colour_cause)}};
  json["models"] = list_of(installation.models);
  json["packages"] = list_of(installation.packages);
  json["contracts"] = list_of(installation.contracts);
  // The same members as in the report of a check.
  json["findings"] = Json::parse(findings_json(installation.findings, style))["findings"];
  return json.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace cpom::report
