#include "cli/stubs_options.hpp"

#include <array>
#include <string_view>
#include <utility>

#include "cli/command_grammar.hpp"
#include "cli/option_values.hpp"
#include "cli/options.hpp"
#include "reference/editor_files.hpp"

namespace cpom::cli {
namespace {

using Form = StubsOptions::Form;

constexpr std::array<std::pair<std::string_view, Form>, 4> forms = {
    {{"luacats", Form::luacats},
     {"markdown", Form::markdown},
     {"luarc", Form::luarc},
     {"luacheckrc", Form::luacheckrc}}};

}  // namespace

void add_stubs(CLI::App& app, RawOptions& raw, Language language) {
  CLI::App* const command = app.add_subcommand(
      "stubs", render(message("Write what an editor has to know of rules: annotations (LuaCATS), "
                              "with a contract its indicators, statuses and parameters"),
                      language));
  Grammar grammar(*command, language);
  grammar.word(message("CONTRACT"), raw.contracts, message("Contract file (XML)"));
  grammar.packages(raw);
  grammar.models(raw);
  grammar.value("--format", raw.format, message("luacats|markdown|luarc|luacheckrc"),
                message("luacats writes a folder of annotations, markdown the reference of the "
                        "rules, the others the configuration of lua-language-server and of "
                        "luacheck"));
  grammar.value("--output", raw.output, message("PATH"),
                message("The folder of annotations, by default .cpom; otherwise the file, by "
                        "default standard output"));
  grammar.common(raw);
}

void read_stubs(const RawOptions& raw, Options& options) {
  if (const auto form = single("--format", raw.format)) {
    options.stubs.form = choice("--format", *form, forms);
  }
  const auto contract = single(render(message("CONTRACT"), options.language), raw.contracts);
  if (contract && options.stubs.form != Form::luacats) {
    misuse("contradiction",
           message("a contract and --format {0} are both given", raw.format.front()),
           message("leave one of them out: only annotations tell of a contract"));
  }
  if (contract) options.sources.contracts = {*contract};
  if (const auto output = single("--output", raw.output)) {
    if (output->empty()) {
      misuse("wrong_value", message("{0}: the name is empty", "--output"), message("give a name"));
    }
    options.output = *output;
  } else if (options.stubs.form == Form::luacats) {
    options.output = reference::annotation_folder;
  }
}

}  // namespace cpom::cli
