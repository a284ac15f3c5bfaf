#include <utility>

#include "xml/contract_reading.hpp"

namespace cpom::xml {
namespace {

void check_dates(const ContractReading& reading, const Element& element,
                 const model::Strand& strand) {
  if (strand.from && strand.to && *strand.to < *strand.from) {
    return element.error("contract.strand_period", "to",
                         message("the strand \"{0}\" ends on {1}, before it starts on {2}",
                                 strand.id, *strand.to, *strand.from),
                         message("correct one of the two days"));
  }
  if (element.has("successor") && element.lacks("to")) {
    element.error("contract.strand_successor", "successor",
                  message("the strand \"{0}\" has a successor and no last day", strand.id),
                  message("add to=\"…\", its last day in this contract, or remove \"successor\""));
  }
  if (!reading.period_known) return;
  const model::Contract& contract = reading.contract;
  for (const auto& [attribute, day] : {std::pair{"from", strand.from}, {"to", strand.to}}) {
    if (!day || (*day >= contract.start && *day <= contract.end)) continue;
    element.error("contract.strand_period", attribute,
                  message("{0} is outside the period of the contract", *day),
                  message("it goes from {0} to {1}", contract.start, contract.end));
  }
}

}  // namespace

void read_strands(ContractReading& reading, const Element& strands) {
  std::vector<model::Strand>& all = reading.contract.strands;
  for (const Element& element : strands.children("strand")) {
    model::Strand strand = {element.text("id"), element.text("label"), element.text("region"),
                            element.where()};
    strand.from = element.date("from");
    strand.to = element.date("to");
    strand.successor = element.text("successor");
    check_dates(reading, element, strand);
    if (!reading.strands.add(element, "id", "contract.duplicate_strand")) continue;
    all.push_back(std::move(strand));
  }
  if (all.empty()) all.push_back({"", "", "", reading.contract.where});
}

}  // namespace cpom::xml
