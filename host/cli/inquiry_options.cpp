#include "cli/inquiry_options.hpp"

#include <utility>

#include "base/diagnostic.hpp"
#include "base/names.hpp"
#include "cli/command_grammar.hpp"

namespace cpom::cli {
namespace {

using Texts = std::vector<std::string>;

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

[[noreturn]] void misuse(std::string code, Message what, Message remedy) {
  throw Error("usage." + std::move(code), {}, std::move(what), std::move(remedy));
}

std::string single(std::string_view option, const Texts& values) {
  if (values.size() > 1) {
    misuse("repeated", message("{0} is given {1} times", option, values.size()),
           message("give it once"));
  }
  return values.empty() ? std::string() : values.front();
}

Inquiry::Form read_form(const Texts& texts, const Texts& known) {
  const std::string word = texts.empty() ? "text" : single("--format", texts);
  for (const std::string& each : known) {
    if (each != word) continue;
    if (word == "json") return Inquiry::Form::json;
    return word == "html" ? Inquiry::Form::html : Inquiry::Form::text;
  }
  misuse("wrong_value", message("{0}: \"{1}\" is not known", "--format", word),
         suggestion(word, known));
}

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
  inquiry.indicator = single("INDICATOR", raw.inquiry.indicator);
  if (!raw.inquiry.strand.empty()) inquiry.strand = single("--strand", raw.inquiry.strand);
  if (options.command == Command::explain) {
    inquiry.form = read_form(raw.inquiry.form, {"text", "json", "html"});
    if (inquiry.indicator.empty()) {
      misuse("no_indicator", message("no indicator is given"),
             message("name it after the contract, such as {0}", "2.c.1"));
    }
    return;
  }
  if (options.command == Command::layers) {
    inquiry.form = read_form(raw.inquiry.form, {"text", "json"});
    return;
  }
  if (options.command != Command::requirements) return;
  inquiry.form = read_form(raw.inquiry.form, {"text", "json"});
  if (!raw.format.empty()) {
    const std::string word = single("--template", raw.format);
    if (word != "csv") {
      misuse("wrong_value", message("{0}: \"{1}\" is not known", "--template", word),
             suggestion(word, Texts{"csv"}));
    }
    inquiry.makes_template = true;
    raw.format.clear();
  }
  const std::string check = single("--check", raw.inquiry.check);
  if (check.empty()) return;
  if (inquiry.makes_template) {
    misuse("contradiction", message("--template and --check are both given"),
           message("give one of the two"));
  }
  inquiry.check = check;
  raw.values.push_back(check);
}

}  // namespace cpom::cli
