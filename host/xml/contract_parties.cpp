#include <utility>

#include "xml/contract_reading.hpp"

namespace cpom::xml {
namespace {

model::Party read_party(const Element& element, Declared& finess_numbers) {
  model::Party party;
  party.kind = model::from_word<model::PartyKind>(element.name()).value_or(party.kind);
  party.name = element.text("name");
  party.territory = element.text(party.kind == model::PartyKind::agency ? "region" : "department");
  party.finess = element.text("finess");
  party.bearer = element.text("bearer");
  party.where = element.where();
  if (party.kind == model::PartyKind::establishment) {
    finess_numbers.add(element, "finess", "contract.duplicate_finess");
  }
  for (const Element& site : element.children("site")) {
    finess_numbers.add(site, "finess", "contract.duplicate_finess");
    party.sites.push_back({site.text("finess"), site.text("name")});
  }
  return party;
}

void read_region(ContractReading& reading, const Element& parties) {
  const std::vector<Element> agencies = parties.children("agency");
  if (agencies.empty() && parties.exists() && parties.intact()) {
    parties.error("contract.no_agency", "",
                  message("no regional health agency is a party to the contract"),
                  message("add <agency name=\"…\" region=\"…\"/>: its region tells which rules "
                          "apply"));
  }
  if (agencies.empty()) return;
  reading.contract.region = agencies.front().text("region");
  for (std::size_t i = 1; i < agencies.size(); ++i) {
    agencies[i].error("contract.several_agencies", "",
                      message("a second agency is a party to the contract"),
                      message("keep the one whose region tells which rules apply"));
  }
}

}  // namespace

void read_parties(ContractReading& reading, const Element& parties) {
  for (const Element& element : parties.children()) {
    if (!model::from_word<model::PartyKind>(element.name())) continue;
    reading.contract.parties.push_back(read_party(element, reading.sites));
  }
  read_region(reading, parties);
}

}  // namespace cpom::xml
