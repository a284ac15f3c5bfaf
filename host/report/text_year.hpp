/// One year and strand of the text report: tables by objective, summary, sections.
#pragma once

#include "engine/evaluation.hpp"
#include "report/missions.hpp"
#include "report/page.hpp"
#include "report/shown.hpp"
#include "report/text_table.hpp"

namespace cpom::report {

/// What the parts of the text report on one evaluation share.
struct TextContext {
  const engine::Evaluation& evaluation;
  const Voice& voice;
  const Missions& missions;
  const ResultTable& table;
  Page& page;
};

/// Missions are kept apart where there is more than one, each with its money.
void write_year(const TextContext& context, int year, const model::Strand& strand);

}  // namespace cpom::report
