#include "cli/inquiry_options.hpp"

#include <utility>

#include "base/diagnostic.hpp"
#include "base/names.hpp"

namespace cpom::cli {
namespace {

using Texts = std::vector<std::string>;

/// The options of one command.
class Form {
 public:
  Form(CLI::App& app, RawOptions& raw, Language language, const char* name,
       const Message& description)
      : command_(*app.add_subcommand(name, render(description, language))),
        raw_(raw),
        language_(language) {
    command_.set_help_flag("-h,--help", say(message("Show this help")));
    command_.allow_extras();
    command_
        .add_option(say(message("CONTRACT")), raw.contracts, say(message("Contract file (XML)")))
        ->type_name("")
        ->expected(1)
        ->allow_extra_args(false);
  }

  void indicator(const Message& description) {
    command_.add_option(say(message("INDICATOR")), raw_.inquiry.indicator, say(description))
        ->type_name("")
        ->expected(1)
        ->allow_extra_args(false);
  }

  void value(const std::string& name, Texts& values, const Message& type,
             const Message& description) {
    command_.add_option(name, values, say(description))
        ->type_name(say(type))
        ->expected(1, CLI::detail::expected_max_vector_size)
        ->allow_extra_args(false);
  }

  void sources(bool with_values) {
    const Message file = message("FILE");
    const Message folder = message("FOLDER");
    if (with_values) {
      value("--values", raw_.values, file, message("Values (CSV); may be repeated"));
    }
    value("--rules", raw_.rules, folder,
          message("Packages of rules besides the shipped ones; may be repeated. A folder with a "
                  "package of layer core replaces the shipped ones"));
    value("--plugins", raw_.plugins, folder,
          message("Plugins besides the shipped ones; may be repeated. A plugin applies to the "
                  "contracts that name it"));
    value("--model", raw_.models, file,
          message("A contract model (XML) that is not among the shipped ones; may be repeated"));
  }

  void output(const Message& forms) {
    value("--format", raw_.inquiry.form, forms, message("Form of the answer; by default text"));
    value("--output", raw_.output, message("FILE"),
          message("Write the report to this file, whole or not at all"));
    value("--color", raw_.colour, message("auto|always|never"),
          message("Colours in text; by default on a terminal only"));
    value("--width", raw_.width, message("COLUMNS"),
          message("Width of text; by default that of the terminal, otherwise 100"));
    command_.add_flag("--keep-going", raw_.keep_going,
                      say(message("Answer in spite of faults in the values")));
    command_
        .add_option("--lang", raw_.language,
                    say(message("Language of messages and reports; by default that of the "
                                "environment (LC_ALL, LC_MESSAGES, LANG), otherwise French")))
        ->type_name("fr|en")
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    command_.add_flag("-v,--verbose", raw_.verbosity,
                      say(message("Tell what is done; -vv tells more")));
    command_
        .add_option("--log-format", raw_.log_format,
                    say(message("Form of what is written to standard error; json writes one "
                                "object per line")))
        ->type_name("text|json")
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  }

 private:
  std::string say(const Message& text) const { return render(text, language_); }

  CLI::App& command_;
  RawOptions& raw_;
  Language language_;
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
  Form explain(app, raw, language, "explain",
               message("Explain one result: the rule's part, the data, the parameters, the "
                       "operations, and what another status would take"));
  explain.indicator(message("Code of the indicator"));
  explain.value("--year", raw.year, message("YEAR"),
                message("Year to explain; by default the last one with a value"));
  explain.value("--strand", raw.inquiry.strand, message("STRAND"),
                message("Strand to explain; by default all of them"));
  explain.value("--as-of", raw.as_of, message("DATE"),
                message("What was known on this day (2026-03-15); by default all of the input"));
  explain.sources(true);
  explain.output(message("text|json|html"));

  Form layers(app, raw, language, "layers",
              message("Show which layer decides each rule and each parameter, and what the layers "
                      "below it say"));
  layers.indicator(message("Code of an indicator; by default the whole contract"));
  layers.sources(false);
  layers.output(message("text|json"));

  Form needs(app, raw, language, "requires",
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
  needs.sources(true);
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
