#include "report/json_parts.hpp"

namespace cpom::report {
namespace {

Json parties_json(const model::Contract& contract) {
  Json parties = Json::array();
  for (const model::Party& party : contract.parties) {
    parties.push_back({{"kind", model::word_of(party.kind)},
                       {"name", party.name},
                       {"territory", text_or_null(party.territory)},
                       {"finess", text_or_null(party.finess)}});
  }
  return parties;
}

Json strands_json(const model::Contract& contract) {
  Json strands = Json::array();
  for (const model::Strand& strand : contract.strands) {
    if (strand.id.empty()) continue;
    strands.push_back({{"id", strand.id},
                       {"label", text_or_null(strand.label)},
                       {"region", text_or_null(strand.region)},
                       {"from", date_or_null(strand.from)},
                       {"to", date_or_null(strand.to)},
                       {"successor", text_or_null(strand.successor)}});
  }
  return strands;
}

Json packages_json(const engine::Evaluation& evaluation) {
  Json packages = Json::array();
  for (const engine::UsedPackage& package : evaluation.packages) {
    packages.push_back({{"name", package.name},
                        {"version", text_or_null(package.version)},
                        {"layer", model::word_of(package.layer)}});
  }
  return packages;
}

Json missions_json(const model::Model& model) {
  Json missions = Json::array();
  for (const model::Mission& mission : model.missions) {
    missions.push_back({{"id", mission.id}, {"label", mission.label}});
  }
  return missions;
}

Json fundings_json(const model::Contract& contract, const Voice& voice) {
  Json fundings = Json::array();
  for (const model::Funding& funding : contract.fundings) {
    fundings.push_back({{"year", funding.year},
                        {"amount", funding.amount},
                        {"mission", text_or_null(funding.mission)},
                        {"label", text_or_null(funding.label)},
                        {"place", place_json(funding.where, voice)}});
  }
  return fundings;
}

Json roadmaps_json(const model::Contract& contract, const Voice& voice) {
  Json roadmaps = Json::array();
  for (const model::Roadmap& roadmap : contract.roadmaps) {
    roadmaps.push_back({{"label", roadmap.label},
                        {"amendment", text_or_null(roadmap.amendment)},
                        {"from", iso_text(roadmap.from)},
                        {"to", iso_text(roadmap.to)},
                        {"place", place_json(roadmap.where, voice)}});
  }
  return roadmaps;
}

Json actions_json(const model::Contract& contract, const Voice& voice) {
  Json actions = Json::array();
  for (const model::Action& action : contract.actions) {
    actions.push_back(
        {{"id", action.id},
         {"objective", action.objective},
         {"label", action.label},
         {"progress", action.advance ? Json(model::word_of(*action.advance)) : Json(nullptr)},
         {"note", text_or_null(action.note)},
         {"place", place_json(action.where, voice)}});
  }
  return actions;
}

}  // namespace

Json contract_json(const engine::Evaluation& evaluation, const Voice& voice) {
  const model::Contract& contract = *evaluation.contract;
  const model::Model& model = *evaluation.model;
  return {{"id", contract.id},
          {"label", text_or_null(contract.label)},
          {"model",
           {{"id", model.id},
            {"label", text_or_null(model.label)},
            {"family", text_or_null(model.family)},
            {"generation", text_or_null(model.generation)}}},
          {"packages", packages_json(evaluation)},
          {"region", text_or_null(contract.region)},
          {"signed_on", date_or_null(contract.signed_on)},
          {"start", iso_text(contract.start)},
          {"end", iso_text(contract.end)},
          {"parties", parties_json(contract)},
          {"strands", strands_json(contract)},
          {"missions", missions_json(model)},
          {"fundings", fundings_json(contract, voice)},
          {"roadmaps", roadmaps_json(contract, voice)},
          {"actions", actions_json(contract, voice)},
          {"place", place_json(contract.where, voice)}};
}

}  // namespace cpom::report
