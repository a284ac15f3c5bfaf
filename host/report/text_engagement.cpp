#include "report/text_engagement.hpp"

#include <string>

#include "base/text.hpp"

namespace cpom::report {
namespace {

using engine::EngagementResult;

Message label_of(model::DiagnosisAuthor author) {
  switch (author) {
    case model::DiagnosisAuthor::structure: return message("operator");
    case model::DiagnosisAuthor::agency: return message("agency");
    case model::DiagnosisAuthor::shared: break;
  }
  return message("shared");
}

class EngagementWriter {
 public:
  explicit EngagementWriter(const TextContext& context) : context_(context) {}

  void write(const EngagementResult& result) {
    const model::Engagement& engagement = *result.engagement;
    context_.page.blank();
    context_.page.paragraph("", title(engagement), Ink::bold);
    for (const std::size_t index : result.terms) indicator(context_.evaluation.terms[index]);
    for (const model::Diagnosis& diagnosis : engagement.diagnoses) this->diagnosis(diagnosis);
    proposal(result);
    const std::string retained = context_.voice.retained(result);
    if (!retained.empty()) line(message("Retained: {0}", retained), Ink::bold);
  }

 private:
  void line(const Message& text, Ink ink = Ink::plain) {
    context_.page.paragraph("  ", printable(context_.voice.say(text)), ink);
  }

  /// « E1, objectif V1.1.a, volet 2, site 750000018 : libellé de l'orientation ».
  std::string title(const model::Engagement& engagement) const {
    const Voice& voice = context_.voice;
    std::string text =
        voice.say(message("{0}, objective {1}", engagement.id, engagement.objective));
    const auto add = [&](const Message& more) {
      text = voice.say(message("{0}, {1}", text, more));
    };
    if (!engagement.strand.empty()) {
      const model::Strand* const strand = context_.evaluation.contract->strand(engagement.strand);
      const bool labelled = strand != nullptr && !strand->label.empty();
      add(message("strand {0}", labelled ? strand->label : engagement.strand));
    }
    if (!engagement.site.empty()) add(message("site {0}", engagement.site));
    if (!engagement.former_annex.empty()) {
      add(message("formerly annex {0}", engagement.former_annex));
    }
    if (!engagement.orientation.empty()) {
      text = voice.say(message("{0}: {1}", text, engagement.orientation));
    }
    return printable(text);
  }

  void indicator(const engine::TermResult& term) {
    const Mark mark = context_.voice.on_term(term);
    const model::Indicator& indicator = term.selection->indicator;
    line(message("{0} {1}: {2}", indicator.code, indicator.label, mark.text()), ink_of(mark.tone));
  }

  /// One that is dated later was not there on the day of the evaluation.
  void diagnosis(const model::Diagnosis& diagnosis) {
    if (diagnosis.date && *diagnosis.date > context_.evaluation.as_of) return;
    if (diagnosis.date) {
      line(message("Diagnosis ({0}, {1}): {2}", label_of(diagnosis.by), *diagnosis.date,
                   diagnosis.text));
    } else {
      line(message("Diagnosis ({0}): {1}", label_of(diagnosis.by), diagnosis.text));
    }
  }

  void proposal(const EngagementResult& result) {
    if (result.proposed == nullptr) return;
    const model::Engagement& engagement = *result.engagement;
    Message text = message("{0}", result.proposed->label);
    if (!engagement.outcome_role.empty()) text = message("{0}, {1}", text, engagement.outcome_role);
    if (engagement.outcome_date) text = message("{0}, on {1}", text, *engagement.outcome_date);
    if (!engagement.outcome_reason.empty()) {
      text = message("{0}: {1}", text, engagement.outcome_reason);
    }
    line(message("Proposed: {0}", text));
  }

  const TextContext& context_;
};

}  // namespace

void write_engagements(const TextContext& context) {
  if (context.evaluation.engagements.empty()) return;
  context.page.blank();
  context.page.rule(printable(context.voice.say(message("Engagements"))), "─");
  EngagementWriter writer(context);
  for (const EngagementResult& result : context.evaluation.engagements) writer.write(result);
}

}  // namespace cpom::report
