#include "explain/requirements.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "base/text.hpp"
#include "engine/expectation.hpp"
#include "engine/plan.hpp"
#include "explain/words.hpp"
#include "report/json_parts.hpp"
#include "report/page.hpp"

namespace cpom::explain {
namespace {

using engine::IndicatorPlan;
using engine::Outcome;
using engine::Source;
using report::Json;
using report::Voice;

std::string word_of(Source::Part part) {
  if (part == Source::Part::numerator) return "numerator";
  if (part == Source::Part::denominator) return "denominator";
  return "value";
}

class Collector {
 public:
  Collector(const engine::PreparedContract& prepared, const engine::ObservationIndex& observations,
            Date as_of)
      : prepared_(prepared), observations_(observations), as_of_(as_of) {}

  void add(const IndicatorPlan& plan, const model::Strand& strand, int year) {
    if (!plan.compute) return;
    // Asked for on the last day of the year after: what is due by then is due for this year.
    const Date later = make_date(year + 1, 12, 31);
    const engine::Question question{
        prepared_.model(),       prepared_.contract(), *plan.selection, strand, year,
        std::max(later, as_of_), plan.objectives};
    if (!engine::is_followed(question)) return;
    const auto expectation = engine::expectation(question);
    const Outcome stopped = expectation.stop ? expectation.stop->outcome : Outcome::classified;
    const bool read = stopped == Outcome::classified || stopped == Outcome::observed ||
                      stopped == Outcome::target_pending || stopped == Outcome::context;
    if (!read) return;
    const bool judged = stopped == Outcome::classified;
    // A single target that was due earlier asks for no new value.
    const bool over = judged && expectation.target->due && year_of(*expectation.target->due) < year;
    if (over) return;
    add_parts(plan, strand, year, judged);
  }

  std::vector<Requirement> take() {
    std::stable_sort(all_.begin(), all_.end(), [](const Requirement& a, const Requirement& b) {
      return std::tie(a.year, a.due, a.supplier, a.strand->id) <
             std::tie(b.year, b.due, b.supplier, b.strand->id);
    });
    return std::move(all_);
  }

 private:
  void add_parts(const IndicatorPlan& plan, const model::Strand& strand, int year, bool judged) {
    std::map<std::string, Requirement> by_component;
    bool previous = false;
    for (const Source& source : plan.compute->sources) {
      previous = previous || source.kind == Source::Kind::previous;
      if (source.kind != Source::Kind::observation) continue;
      Requirement& row = by_component[source.component];
      row.component = source.component;
      (source.optional ? row.optional_parts : row.parts).push_back(word_of(source.part));
    }
    const model::Indicator& indicator = plan.selection->indicator;
    // Components in their order, the indicator itself before them.
    keep(by_component, "", plan, strand, year, judged);
    for (const model::Component& component : indicator.components) {
      keep(by_component, component.id, plan, strand, year, judged);
    }
    if (previous && by_component.contains("")) {
      keep(by_component, "", plan, strand, year - 1, judged);
    }
  }

  void keep(const std::map<std::string, Requirement>& rows, const std::string& component,
            const IndicatorPlan& plan, const model::Strand& strand, int year, bool judged) {
    const auto found = rows.find(component);
    if (found == rows.end()) return;
    const model::Indicator& indicator = plan.selection->indicator;
    if (!seen_.insert({indicator.code, strand.id, component, year}).second) return;
    Requirement row = found->second;
    row.selection = plan.selection;
    row.strand = &strand;
    row.year = year;
    row.judged = judged;
    if (!indicator.suppliers.empty()) row.supplier = indicator.suppliers.front();
    const auto& available =
        indicator.available ? *indicator.available : prepared_.model().available;
    row.due = available.in(year);
    const auto known = observations_.known(strand.id, indicator.code, component, year, as_of_);
    if (!known.empty()) row.observation = known.front();
    row.presence = presence_of(row);
    all_.push_back(std::move(row));
  }

  Presence presence_of(const Requirement& row) const {
    if (row.observation == nullptr) return as_of_ > row.due ? Presence::late : Presence::missing;
    const model::Observation& given = *row.observation;
    const auto has = [&](const std::string& part) {
      if (part == "numerator") return given.numerator.has_value();
      if (part == "denominator") return given.denominator.has_value();
      return given.value.has_value();
    };
    const bool has_parts = std::all_of(row.parts.begin(), row.parts.end(), has);
    // The figure itself may stand in for its parts.
    const bool stands_in = given.value.has_value() && row.component.empty();
    const bool usable = given.faults.empty() && (has_parts || stands_in);
    return usable ? Presence::received : Presence::incomplete;
  }

  const engine::PreparedContract& prepared_;
  const engine::ObservationIndex& observations_;
  Date as_of_;
  std::set<std::tuple<std::string, std::string, std::string, int>> seen_;
  std::vector<Requirement> all_;
};

engine::Evaluation nothing_evaluated(const Requirements& requirements) {
  engine::Evaluation evaluation;
  evaluation.model = requirements.model;
  evaluation.contract = requirements.contract;
  return evaluation;
}

std::string_view code_of(Presence presence) {
  switch (presence) {
    case Presence::received: return "received";
    case Presence::incomplete: return "incomplete";
    case Presence::missing: return "missing";
    case Presence::late: break;
  }
  return "late";
}

/// Speaks about the requirements of one contract.
class Teller {
 public:
  explicit Teller(const Voice& voice) : voice_(voice) {}

  std::string say(const Message& text) const { return voice_.say(text); }

  std::string supplier(const Requirement& row) const {
    return row.supplier.empty() ? say(message("supplier not known")) : row.supplier;
  }

  /// « numérateur, dénominateur »; what may be left out in brackets.
  std::string parts(const Requirement& row) const {
    std::string text;
    for (const std::string& part : row.parts) {
      text += (text.empty() ? "" : ", ") + name_of_input(part, nullptr, voice_.language());
    }
    for (const std::string& part : row.optional_parts) {
      text += (text.empty() ? "[" : ", [") + name_of_input(part, nullptr, voice_.language()) + "]";
    }
    return text;
  }

  std::string subject(const Requirement& row) const {
    std::string text = row.selection->indicator.code;
    if (!row.component.empty()) text += " / " + row.component;
    if (!row.strand->id.empty()) text += " / " + row.strand->id;
    return text;
  }

  std::string presence(const Requirement& row) const {
    switch (row.presence) {
      case Presence::received:
        return say(message("received ({0})", voice_.place_text(row.observation->where)));
      case Presence::incomplete:
        return say(
            message("incomplete or faulty ({0})", voice_.place_text(row.observation->where)));
      case Presence::missing: return say(message("missing, not due yet"));
      case Presence::late: break;
    }
    return say(message("late"));
  }

  const Voice& voice() const { return voice_; }

 private:
  const Voice& voice_;
};

std::string_view mark_of(Presence presence) {
  switch (presence) {
    case Presence::received: return "  ✓ ";
    case Presence::incomplete: return "  ~ ";
    case Presence::missing: return "  · ";
    case Presence::late: break;
  }
  return "  ! ";
}

template <class Write>
std::string for_each(const std::vector<Requirements>& all, const report::Style& style,
                     const Write& write) {
  report::Page page(style.width, style.colour);
  bool first = true;
  for (const Requirements& requirements : all) {
    if (!first) page.blank();
    first = false;
    const engine::Evaluation evaluation = nothing_evaluated(requirements);
    const Voice voice(evaluation, style);
    page.paragraph("", printable(requirements.contract->id), report::Ink::bold);
    write(requirements, Teller(voice), page);
  }
  return page.take();
}

struct Count {
  long all = 0;
  long received = 0;
  long late = 0;
};

void write_counts(const Requirements& requirements, const Teller& teller, report::Page& page) {
  std::map<std::string, Count> counts;
  Count total;
  for (const Requirement& row : requirements.all) {
    for (Count* count : {&total, &counts[teller.supplier(row)]}) {
      ++count->all;
      count->received += row.presence == Presence::received ? 1 : 0;
      count->late += row.presence == Presence::late ? 1 : 0;
    }
  }
  const auto tell = [&](std::string_view lead, const std::string& who, const Count& count) {
    const Message late = count.late > 0 ? message(", {0} late", count.late) : Message{};
    page.paragraph(lead, printable(teller.say(message("{0}: {1} of {2} received{3}", who,
                                                      count.received, count.all, late))));
  };
  tell("", teller.say(message("As known on {0}", requirements.as_of)), total);
  for (const auto& [who, count] : counts) tell("  ", who, count);
}

/// A cell of a CSV file with ';' between cells.
std::string cell(std::string_view text) {
  const bool plain =
      text.find_first_of(";\"\n\r") == std::string_view::npos && trim(text).size() == text.size();
  if (plain) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) {
    quoted += c;
    if (c == '"') quoted += c;
  }
  return quoted + "\"";
}

Json requirement_json(const Requirement& row, const Voice& voice) {
  return {
      {"indicator", row.selection->indicator.code},
      {"label", row.selection->indicator.label},
      {"strand", report::text_or_null(row.strand->id)},
      {"component", report::text_or_null(row.component)},
      {"year", row.year},
      {"parts", row.parts},
      {"optional_parts", row.optional_parts},
      {"supplier", report::text_or_null(row.supplier)},
      {"due", iso_text(row.due)},
      {"judged", row.judged},
      {"presence", code_of(row.presence)},
      {"place", row.observation == nullptr ? Json(nullptr)
                                           : report::place_json(row.observation->where, voice)}};
}

void write_list(const Requirements& requirements, const Teller& teller, const Message& title,
                Presence presence, report::Page& page) {
  bool first = true;
  for (const Requirement& row : requirements.all) {
    if (row.presence != presence) continue;
    if (first) {
      page.blank();
      page.paragraph("", teller.say(title), report::Ink::bold);
      first = false;
    }
    page.paragraph(
        mark_of(presence),
        printable(teller.say(message("{0}, {1}: {2}; {3}, due on {4}", teller.subject(row),
                                     row.year, teller.parts(row), teller.supplier(row), row.due))));
  }
}

}  // namespace

Requirements requirements_of(const engine::PreparedContract& prepared,
                             const engine::ObservationIndex& observations,
                             const std::vector<int>& years, Date as_of) {
  Requirements requirements;
  requirements.contract = &prepared.contract();
  requirements.model = &prepared.model();
  requirements.as_of = as_of;
  Collector collector(prepared, observations, as_of);
  for (const int year : years) {
    for (const model::Strand& strand : prepared.contract().strands) {
      for (const IndicatorPlan& plan : prepared.plan().indicators) {
        collector.add(plan, strand, year);
      }
    }
  }
  requirements.all = collector.take();
  return requirements;
}

std::string text_requirements(const std::vector<Requirements>& all, const report::Style& style) {
  return for_each(
      all, style, [](const Requirements& requirements, const Teller& teller, report::Page& page) {
        write_counts(requirements, teller, page);
        page.paragraph("", printable(teller.say(message(
                               "In brackets: what may be left out when the rest is given."))));
        const Requirement* former = nullptr;
        for (const Requirement& row : requirements.all) {
          const bool same = former != nullptr && former->year == row.year &&
                            former->due == row.due && former->supplier == row.supplier;
          if (!same) {
            page.blank();
            page.paragraph("",
                           printable(teller.say(message("{0}, due on {1}, {2}", row.year, row.due,
                                                        teller.supplier(row)))),
                           report::Ink::bold);
          }
          former = &row;
          const Message followed = row.judged ? Message{} : message(" (followed, not judged)");
          page.paragraph(
              mark_of(row.presence),
              printable(teller.say(message("{0}, {1}: {2}{3}", teller.subject(row),
                                           teller.parts(row), teller.presence(row), followed))));
        }
      });
}

std::string text_completeness(const std::vector<Requirements>& all, const report::Style& style) {
  return for_each(
      all, style, [](const Requirements& requirements, const Teller& teller, report::Page& page) {
        write_counts(requirements, teller, page);
        write_list(requirements, teller, message("Late"), Presence::late, page);
        write_list(requirements, teller, message("Incomplete or faulty"), Presence::incomplete,
                   page);
        write_list(requirements, teller, message("Missing, not due yet"), Presence::missing, page);
      });
}

std::string csv_template(const std::vector<Requirements>& all, const report::Style& style) {
  const bool french = style.language == Language::french;
  std::string csv = french ? "\uFEFFcontrat;indicateur;libellé;volet;composante;année;valeur;"
                             "numérateur;dénominateur;source;date de référence;date de réception;"
                             "état;commentaire\n"
                           : "contract;indicator;label;strand;component;year;value;numerator;"
                             "denominator;source;reference_date;received;state;comment\n";
  for (const Requirements& requirements : all) {
    const engine::Evaluation evaluation = nothing_evaluated(requirements);
    const Voice voice(evaluation, style);
    const Teller teller(voice);
    for (const Requirement& row : requirements.all) {
      if (row.presence == Presence::received) continue;
      const std::string comment = teller.say(message(
          "to fill in: {0}; {1}; due on {2}", teller.parts(row), teller.supplier(row), row.due));
      csv += cell(requirements.contract->id) + ";" + cell(row.selection->indicator.code) + ";" +
             cell(row.selection->indicator.label) + ";" + cell(row.strand->id) + ";" +
             cell(row.component) + ";" + std::to_string(row.year) + ";;;;;;;;" + cell(comment) +
             "\n";
    }
  }
  return csv;
}

std::string json_requirements(const std::vector<Requirements>& all, const report::Style& style) {
  Json contracts = Json::array();
  for (const Requirements& requirements : all) {
    const engine::Evaluation evaluation = nothing_evaluated(requirements);
    const Voice voice(evaluation, style);
    Json rows = Json::array();
    for (const Requirement& row : requirements.all) rows.push_back(requirement_json(row, voice));
    contracts.push_back({{"contract", requirements.contract->id},
                         {"as_of", iso_text(requirements.as_of)},
                         {"figures", std::move(rows)}});
  }
  const Json json = {{"requirements_version", 1}, {"contracts", std::move(contracts)}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace cpom::explain
