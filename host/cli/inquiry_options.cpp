#include "cli/inquiry_options.hpp"

#include <array>
#include <string_view>
#include <utility>

#include "cli/command_grammar.hpp"
#include "cli/option_values.hpp"

namespace cpom::cli {
namespace {

/// One of the three commands: about one contract, with an answer of several forms.
class InquiryGrammar : public Grammar {
 public:
  InquiryGrammar(CLI::App& app, RawOptions& raw, Language language, const char* name,
                 const Message& description)
      : Grammar(*app.add_subcommand(name, render(description, language)), language), raw_(raw) {
    word(message("CONTRACT"), raw.contracts, message("Contract file (XML)"));
  }

  void indicator(const Message& description) {
    word(message("INDICATOR"), raw_.inquiry.indicator, description);
  }

  void output(const Message& forms) {
    value("--format", raw_.inquiry.form, forms, message("Form of the answer; by default text"));
    report(raw_);
    flag("--keep-going", raw_.keep_going, message("Answer in spite of faults in the values"));
    common(raw_);
  }

 private:
  RawOptions& raw_;
};

using Form = Inquiry::Form;

constexpr std::array<std::pair<std::string_view, Form>, 2> forms = {
    {{"text", Form::text}, {"json", Form::json}}};
constexpr std::array<std::pair<std::string_view, Form>, 3> explain_forms = {
    {{"text", Form::text}, {"json", Form::json}, {"html", Form::html}}};

}  // namespace

void add_inquiries(CLI::App& app, RawOptions& raw, Language language) {
  InquiryGrammar explain(
      app, raw, language, "explain",
      message("Explain one result: the rule's part, the data, the parameters, the "
              "operations, and what another status would take"));
  explain.indicator(message("Code of the indicator"));
  explain.value("--year", raw.year, message("YEAR"),
                message("Year to explain; by default the last one with a value"));
  explain.value("--strand", raw.inquiry.strand, message("STRAND"),
                message("Strand to explain; by default all of them"));
  explain.value("--as-of", raw.as_of, message("DATE"),
                message("What was known on this day (2026-03-15); by default all of the input"));
  explain.others(raw);
  explain.output(message("text|json|html"));

  InquiryGrammar layers(
      app, raw, language, "layers",
      message("Show which layer decides each rule and each parameter, and what the layers "
              "below it say"));
  layers.indicator(message("Code of an indicator; by default the whole contract"));
  layers.packages(raw);
  layers.models(raw);
  layers.output(message("text|json"));

  InquiryGrammar needs(
      app, raw, language, "requires",
      message("Show every figure that the rules will read: year, supplier, due date, and "
              "whether it is there"));
  needs.value("--years", raw.years, message("FIRST-LAST"),
              message("Years asked about; by default those of the contract"));
  needs.value("--as-of", raw.as_of, message("DATE"),
              message("What was known on this day (2026-03-15); by default all of the input"));
  needs.value("--template", raw.format, message("csv"),
              message("Write the file of values to fill in, without what is there already"));
  needs.value("--check", raw.inquiry.check, message("FILE"),
              message("Tell how complete this file of values is; exits with 1 when it is not"));
  needs.others(raw);
  needs.output(message("text|json"));
}

void read_inquiry(RawOptions& raw, Options& options) {
  Inquiry& inquiry = options.inquiry;
  const bool explains = options.command == Command::explain;
  const bool requires_figures = options.command == Command::requirements;
  inquiry.indicator = single("INDICATOR", raw.inquiry.indicator).value_or("");
  if (const auto strand = single("--strand", raw.inquiry.strand)) inquiry.strand = *strand;
  if (!explains && !requires_figures && options.command != Command::layers) return;
  if (const auto form = single("--format", raw.inquiry.form)) {
    inquiry.form =
        explains ? choice("--format", *form, explain_forms) : choice("--format", *form, forms);
  }
  if (explains && inquiry.indicator.empty()) {
    misuse("no_indicator", message("no indicator is given"),
           message("name it after the contract, such as {0}", "2.c.1"));
  }
  if (!requires_figures) return;
  if (const auto word = single("--template", raw.format)) {
    if (*word != "csv") wrong_word("--template", *word, {"csv"});
    inquiry.makes_template = true;
    raw.format.clear();
  }
  const std::string check = single("--check", raw.inquiry.check).value_or("");
  if (check.empty()) return;
  if (inquiry.makes_template) {
    misuse("contradiction", message("--template and --check are both given"),
           message("give one of the two"));
  }
  inquiry.check = check;
  raw.values.push_back(check);
}

}  // namespace cpom::cli
