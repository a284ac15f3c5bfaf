#include "cli/options.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include <CLI/CLI.hpp>

#include "base/diagnostic.hpp"
#include "base/names.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "cli/doctor_options.hpp"
#include "cli/inquiry_options.hpp"
#include "cli/option_values.hpp"
#include "cli/raw_options.hpp"

namespace cpom::cli {
namespace {

constexpr int narrowest = 60;
constexpr int widest = 500;

Message see_help() { return message("cpom --help shows what there is"); }

constexpr std::array<std::pair<std::string_view, Format>, 3> formats = {
    {{"text", Format::text}, {"json", Format::json}, {"csv", Format::csv}}};
constexpr std::array<std::pair<std::string_view, Format>, 3> check_formats = {
    {{"text", Format::text}, {"json", Format::json}, {"sarif", Format::sarif}}};
constexpr std::array<std::pair<std::string_view, Colour>, 3> colours = {
    {{"auto", Colour::automatic}, {"always", Colour::always}, {"never", Colour::never}}};
constexpr std::array<std::pair<std::string_view, engine::Term>, 2> terms = {
    {{"mid", engine::Term::middle}, {"end", engine::Term::end}}};
constexpr std::array<std::pair<std::string_view, LogFormat>, 2> log_formats = {
    {{"text", LogFormat::text}, {"json", LogFormat::json}}};

bool is_year(const std::optional<int>& year) { return year && *year >= 1900 && *year <= 2999; }

int read_year(std::string_view option, const std::string& text) {
  const auto year = parse_integer(text);
  if (is_year(year)) return *year;
  misuse("wrong_value", message("{0}: \"{1}\" is not a year", option, text),
         message("write it with four digits, such as {0}", 2025));
}

void read_years(const RawOptions& raw, Options& options) {
  const auto one = single("--year", raw.year);
  const auto several = single("--years", raw.years);
  if (one && several) {
    misuse("contradiction", message("--year and --years are both given"),
           message("give one of the two"));
  }
  if (const auto term = single("--term", raw.term)) {
    options.term = choice("--term", *term, terms);
    if (one || several) {
      misuse("contradiction", message("--term and {0} are both given", one ? "--year" : "--years"),
             message("give one of the two: a term tells which years it is made of"));
    }
  }
  if (one) options.first_year = options.last_year = read_year("--year", *one);
  if (!several) return;
  const auto dash = several->find('-');
  const auto first = parse_integer(several->substr(0, dash));
  const auto last = dash == std::string::npos ? first : parse_integer(several->substr(dash + 1));
  if (!is_year(first) || !is_year(last) || *first > *last) {
    misuse("wrong_value", message("--years: \"{0}\" is not a span of years", *several),
           message("write the first and the last, such as {0}", "2024-2026"));
  }
  options.first_year = first;
  options.last_year = last;
}

void read_date(std::string_view option, const Texts& texts, Options& options) {
  const auto text = single(option, texts);
  if (!text) return;
  options.as_of = parse_iso_date(*text);
  if (options.as_of) return;
  misuse("wrong_value", message("{0}: \"{1}\" is not a day of the calendar", option, *text),
         message("write it as year-month-day, such as {0}", "2026-03-15"));
}

void read_width(const RawOptions& raw, Options& options) {
  const auto text = single("--width", raw.width);
  if (!text) return;
  options.width = parse_integer(*text);
  if (options.width && *options.width >= narrowest && *options.width <= widest) return;
  misuse("wrong_value", message("--width: \"{0}\" is not a width", *text),
         message("give a whole number from {0} to {1}", narrowest, widest));
}

void read_fail_on(const RawOptions& raw, Options& options) {
  for (const std::string& list : raw.fail_on) {
    std::string_view rest = list;
    while (true) {
      const auto comma = rest.find(',');
      const std::string_view word = trim(rest.substr(0, comma));
      if (word.empty()) {
        misuse("wrong_value", message("--fail-on: \"{0}\" holds an empty word", list),
               message("separate the words by single commas"));
      }
      options.fail_on.emplace_back(word);
      if (comma == std::string_view::npos) break;
      rest.remove_prefix(comma + 1);
    }
  }
}

std::vector<std::filesystem::path> paths(std::string_view option, const Texts& texts) {
  for (const std::string& text : texts) {
    if (text.empty()) {
      misuse("wrong_value", message("{0}: the name is empty", option), message("give a name"));
    }
  }
  return {texts.begin(), texts.end()};
}

void read_output(const RawOptions& raw, Options& options) {
  if (const auto format = single("--format", raw.format)) {
    options.format =
        choice("--format", *format, options.command == Command::check ? check_formats : formats);
  }
  if (const auto colour = single("--color", raw.colour)) {
    options.colour = choice("--color", *colour, colours);
  }
  if (const auto output = single("--output", raw.output)) {
    options.output = paths("--output", {*output}).front();
  }
  read_width(raw, options);
}

void read_sources(const RawOptions& raw, Options& options) {
  const bool any_path = options.command == Command::check || options.command == Command::watch;
  if (raw.contracts.empty() && !any_path && options.command != Command::doctor) {
    misuse("no_contract", message("no contract is given"),
           message("name at least one contract file (XML)"));
  }
  options.sources.contracts = paths(
      render(any_path ? message("PATH") : message("CONTRACT"), options.language), raw.contracts);
  options.sources.values = paths("--values", raw.values);
}

void read_packages(const RawOptions& raw, Options& options) {
  options.sources.rules = paths("--rules", raw.rules);
  options.sources.plugins = paths("--plugins", raw.plugins);
  options.sources.models = paths("--model", raw.models);
}

void read_common(const RawOptions& raw, Options& options) {
  options.verbosity = raw.verbosity;
  if (!raw.log_format.empty()) {
    options.log_format = choice("--log-format", raw.log_format, log_formats);
  }
  if (raw.language.empty()) return;
  const auto language = parse_language(raw.language);
  if (!language) wrong_word("--lang", raw.language, {"fr", "en"});
  options.language = *language;
  options.language_given = true;
}

Texts option_names(const CLI::App& app) {
  Texts names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

/// The subcommands that were typed, from the outside in.
std::vector<const CLI::App*> typed_commands(const CLI::App& app) {
  std::vector<const CLI::App*> typed;
  for (const CLI::App* at = &app; !at->get_subcommands().empty(); typed.push_back(at)) {
    at = at->get_subcommands().front();
  }
  return typed;
}

std::string name_of(const std::vector<const CLI::App*>& typed) {
  std::string name;
  for (const CLI::App* command : typed) name += (name.empty() ? "" : " ") + command->get_name();
  return name;
}

/// Words that nothing of the grammar takes.
void refuse_extras(const CLI::App& app, const std::vector<const CLI::App*>& typed) {
  Texts extras = app.remaining(true);
  std::erase(extras, "--");
  if (extras.empty()) return;
  const std::string& word = extras.front();
  const CLI::App& command = typed.empty() ? app : *typed.back();
  const std::string whole = typed.empty() ? "cpom" : "cpom " + name_of(typed);
  if (word.starts_with('-')) {
    const auto equals = word.find('=');
    const std::string name = word.substr(0, equals);
    const Texts known = option_names(command);
    const std::string nearest = nearest_name(name, known);
    misuse("unknown_option", message("{0} has no option {1}", whole, name),
           nearest.empty() ? see_help() : message("did you mean \"{0}\"?", nearest));
  }
  const auto subcommands = command.get_subcommands({});
  if (subcommands.empty()) {
    misuse("unexpected", message("\"{0}\" is not expected here", word), see_help());
  }
  Texts known;
  for (const CLI::App* each : subcommands) known.push_back(each->get_name());
  misuse("unknown_command",
         typed.empty() ? message("there is no command \"{0}\"", word)
                       : message("{0} has no command \"{1}\"", whole, word),
         suggestion(word, known));
}

/// CLI11 tells in English what is wrong; the option it speaks of comes before the colon.
[[noreturn]] void translate(const CLI::ParseError& fault) {
  const std::string text = fault.what();
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&fault) != nullptr) {
    misuse("missing_value", message("{0} needs a value", text.substr(0, text.find(':'))),
           see_help());
  }
  if (dynamic_cast<const CLI::ConversionError*>(&fault) != nullptr) {
    // "Could not convert: --keep-going = maybe"
    const auto option = text.find("--");
    const auto end = text.find(' ', option);
    if (option != std::string::npos && end != std::string::npos) {
      misuse("wrong", message("{0} takes no value", text.substr(option, end - option)),
             message("write it alone"));
    }
  }
  misuse("wrong", message("the command line is not understood: {0}", text), see_help());
}

constexpr std::array<std::pair<std::string_view, Command>, 20> commands = {
    {{"evaluate", Command::evaluate},
     {"check", Command::check},
     {"calendar", Command::calendar},
     {"explain", Command::explain},
     {"layers", Command::layers},
     {"requires", Command::requirements},
     {"test", Command::test},
     {"watch", Command::watch},
     {"doctor", Command::doctor},
     {"stubs", Command::stubs},
     {"new region", Command::create},
     {"new plugin", Command::create},
     {"new contract", Command::create},
     {"new rule", Command::create},
     {"new test", Command::create},
     {"plugins list", Command::plugins_list},
     {"plugins show", Command::plugins_show},
     {"plugins check", Command::plugins_check},
     {"help", Command::code_page},
     {"version", Command::version}}};

void read_plugins(const RawOptions& raw, Options& options) {
  read_output(raw, options);
  if (options.command == Command::plugins_check) {
    options.folders = paths(render(message("PATH"), options.language), raw.packages);
  }
  if (options.command != Command::plugins_show) return;
  if (raw.packages.size() != 1) {
    misuse("no_package", message("cpom plugins show needs one name"),
           message("cpom plugins list shows those that are known"));
  }
  options.package = raw.packages.front();
}

void read_command(RawOptions& raw, const std::string& command, Options& options) {
  const auto found = std::find_if(commands.begin(), commands.end(),
                                  [&](const auto& known) { return known.first == command; });
  options.command = found->second;
  if (options.command == Command::version) return;
  if (options.command == Command::code_page) {
    options.code = raw.codes.empty() ? "" : raw.codes.front();
    return;
  }
  if (options.command == Command::test) {
    read_years(raw, options);
    read_date("--as-of", raw.as_of, options);
    return read_test(raw, options);
  }
  options.assumptions = raw.assumptions;
  read_packages(raw, options);
  if (options.command == Command::create) return read_new(raw, command, options);
  if (options.command == Command::stubs) return read_stubs(raw, options);
  if (command.starts_with("plugins")) return read_plugins(raw, options);
  read_inquiry(raw, options);
  if (options.command == Command::watch) read_watch(raw, options);
  if (options.command == Command::doctor) read_doctor(raw);
  read_sources(raw, options);
  read_years(raw, options);
  read_date("--as-of", raw.as_of, options);
  read_date("--on", raw.on, options);
  read_output(raw, options);
  read_fail_on(raw, options);
  options.keep_going = raw.keep_going;
}

}  // namespace

Options first_look(int count, const char* const* arguments, Language fallback) {
  Options options;
  options.language = fallback;
  for (int i = 1; i < count; ++i) {
    const std::string_view word = arguments[i];
    const std::string_view next = i + 1 < count ? arguments[i + 1] : std::string_view{};
    const auto value_of = [&](std::string_view name) {
      if (word == name) return next;
      const bool joined = word.starts_with(name) && word.substr(name.size()).starts_with('=');
      return joined ? word.substr(name.size() + 1) : std::string_view{};
    };
    options.language = parse_language(value_of("--lang")).value_or(options.language);
    if (value_of("--log-format") == "json") options.log_format = LogFormat::json;
  }
  return options;
}

Options parse_options(int count, const char* const* arguments, Language fallback) {
  Options options = first_look(count, arguments, fallback);
  options.log_format = LogFormat::text;
  RawOptions raw;
  const auto app = make_grammar(raw, options.language);
  try {
    app->parse(count, arguments);
  } catch (const CLI::CallForHelp&) {
    options.help = app->help();
    return options;
  } catch (const CLI::ParseError& fault) {
    translate(fault);
  }
  const auto typed = typed_commands(*app);
  refuse_extras(*app, typed);
  read_common(raw, options);
  const bool needs_more = !typed.empty() && !typed.back()->get_subcommands({}).empty();
  if (needs_more) {
    misuse("no_command", message("cpom {0} needs one of its commands", name_of(typed)),
           message("cpom {0} --help shows them", name_of(typed)));
  }
  if (typed.empty() && !raw.version) {
    misuse("no_command", message("no command is given"), see_help());
  }
  read_command(raw, typed.empty() ? "version" : name_of(typed), options);
  return options;
}

Language language_of_environment() {
  for (const char* const name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* const value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    return parse_language(value).value_or(Language::french);
  }
  return Language::french;
}

}  // namespace cpom::cli
