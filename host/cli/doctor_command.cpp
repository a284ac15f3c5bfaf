#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "analysis/checks.hpp"
#include "cli/binding.hpp"
#include "cli/checking.hpp"
#include "cli/commands.hpp"
#include "cli/data_folder.hpp"
#include "cli/output.hpp"
#include "cli/terminal.hpp"
#include "cli/versions.hpp"
#include "lua/state.hpp"
#include "plugin/inspection.hpp"
#include "report/installation.hpp"
#include "report/writer.hpp"
#include "testing/suite.hpp"

namespace cpom::cli {
namespace {

namespace fs = std::filesystem;
using report::Cause;

/// "LANG=fr_FR.UTF-8" of the first of \a names that is set; empty for none.
template <std::size_t N>
std::string first_set(const std::array<const char*, N>& names) {
  for (const char* const name : names) {
    const char* const value = std::getenv(name);
    if (value != nullptr && *value != '\0') return std::string(name) + "=" + value;
  }
  return {};
}

bool is_set(const char* name) {
  const char* const value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

bool says_utf8(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text.ends_with(".utf-8") || text.ends_with(".utf8");
}

Cause width_cause(const Options& options) {
  if (options.width) return Cause::option;
  return is_on_terminal(options) ? Cause::terminal : Cause::no_terminal;
}

Cause colour_cause(const Options& options) {
  if (options.colour != Colour::automatic) return Cause::option;
  if (!is_on_terminal(options)) return Cause::no_terminal;
  if (is_set("NO_COLOR")) return Cause::no_color;
  return colours_for(options) ? Cause::terminal : Cause::dumb_terminal;
}

report::DataOrigin origin_of(DataSource source) {
  switch (source) {
    case DataSource::environment: return report::DataOrigin::environment;
    case DataSource::installed: return report::DataOrigin::installed;
    case DataSource::sources: break;
  }
  return report::DataOrigin::sources;
}

class Doctor {
 public:
  explicit Doctor(const Options& options)
      : options_(options),
        data_(find_data_folder()),
        workspace_(options.sources, data_.path, read_),
        models_(workspace_.all_models()) {}

  report::Installation examine() {
    program();
    environment();
    data();
    add_new(odd_, read_.all());
    inspections_ = plugin::inspect(workspace_.packages(), models_, workspace_.composer());
    models();
    packages();
    contracts();
    it_.findings = with_lines(odd_);
    return std::move(it_);
  }

  bool is_odd() const { return odd_.count(Severity::error) + odd_.count(Severity::warning) > 0; }

 private:
  void program() {
    it_.program = CPOM_VERSION;
    it_.lua = LUA_RELEASE;
    it_.system_lua = has_system_lua();
    it_.api = script::api_revision;
    it_.oldest_api = script::oldest_api;
    it_.json_schema = report::json_schema_version;
    it_.libraries = library_versions();
    if (!it_.system_lua) return;
    odd_.warning("doctor.system_lua", {},
                 message("the program runs rules in the Lua of this system ({0})", it_.lua),
                 message("build it without CPOM_SYSTEM_LUA: the one it brings along is mended "
                         "where that one is not safe"));
  }

  void environment() {
    it_.language = options_.language;
    it_.language_variable = first_set(std::array{"LC_ALL", "LC_MESSAGES", "LANG"});
    it_.language_cause = options_.language_given         ? Cause::option
                         : it_.language_variable.empty() ? Cause::preset
                                                         : Cause::environment;
    it_.locale_variable = first_set(std::array{"LC_ALL", "LC_CTYPE", "LANG"});
    it_.terminal = is_on_terminal(options_);
    it_.width = width_for(options_);
    it_.width_cause = width_cause(options_);
    it_.colour = colours_for(options_);
    it_.colour_cause = colour_cause(options_);
    locale();
  }

  /// The plain locales say nothing of what a terminal shows.
  void locale() {
    const std::string& said = it_.locale_variable;
    const std::string value = said.substr(said.find('=') + 1);
    if (said.empty() || value == "C" || value == "POSIX" || says_utf8(value)) return;
    odd_.warning("doctor.locale", {},
                 message("the environment asks for characters that are not UTF-8 ({0}), and the "
                         "program writes UTF-8",
                         said),
                 message("choose a locale that ends with .UTF-8, such as {0}", "fr_FR.UTF-8"));
  }

  void data() {
    it_.data = data_.path.string();
    it_.data_origin = origin_of(data_.from);
    const Message remedy = data_.from == DataSource::environment
                               ? message("correct CPOM_DATA, or unset it")
                               : message("install the program again");
    std::error_code ignored;
    if (!fs::is_directory(data_.path, ignored)) {
      odd_.error("doctor.data_missing", {it_.data, 0, 0},
                 message("the folder of definitions and rules does not exist"), remedy);
      return;
    }
    for (const char* const name : {"contracts", "rules", "plugins"}) {
      if (fs::is_directory(data_.path / name, ignored)) continue;
      odd_.warning("doctor.data_incomplete", {it_.data, 0, 0},
                   message("the folder of definitions and rules has no folder {0}", name), remedy);
    }
  }

  void models() {
    for (const model::Model* model : models_) {
      report::InstalledModel shown{model->id, model->family, model->label, model->where.file, 0};
      for (const script::Package& package : workspace_.packages().packages) {
        if (!package.model.empty() && package.is_for(*model)) ++shown.packages;
      }
      if (shown.packages == 0) {
        odd_.note("doctor.model_alone", model->where,
                  message("no package is made for model {0} or its family", model->id),
                  message("the core and the rules of regions for all models apply to it"));
      }
      it_.models.push_back(std::move(shown));
    }
  }

  void packages() {
    analysis::Subject subject;
    subject.packages = &workspace_.packages();
    subject.models = models_;
    for (const script::Package& package : workspace_.packages().packages) {
      subject.asked.insert(&package);
      report::InstalledPackage shown;
      shown.name = package.name;
      if (package.version) shown.version = text_of(*package.version);
      shown.layer = model::word_of(package.layer);
      shown.model = package.model;
      shown.region = package.region;
      shown.contract = package.contract;
      shown.by_name = package.by_name();
      shown.rules = static_cast<long>(package.rules.size());
      shown.settings = !package.settings.empty();
      shown.tests = testing::has_tests(package);
      shown.folder = package.folder.string();
      add_faults(package, shown);
      if (shown.rules > 0 && !shown.tests) untested(package);
      it_.packages.push_back(std::move(shown));
    }
    for (const LoadedContract& loaded : workspace_.contracts()) add_context(loaded, subject);
    Diagnostics found;
    analysis::check_scope(subject, found);
    add_new(odd_, found);
  }

  void add_faults(const script::Package& package, report::InstalledPackage& shown) {
    for (const plugin::Inspection& each : inspections_) {
      if (each.package != &package) continue;
      Diagnostics faults;
      for (const Diagnostic& fault : each.faults) {
        shown.faults.push_back(fault.code);
        faults.add(fault);
      }
      add_new(odd_, faults);
    }
  }

  void untested(const script::Package& package) {
    odd_.warning("test.none", package.where,
                 message("no test of package \"{0}\" was found", package.name),
                 message("put tables of cases into its folder tests/"));
  }

  void add_context(const LoadedContract& loaded, analysis::Subject& subject) {
    subject.contexts.push_back(
        {loaded.model, loaded.contract.get(), &no_parameters_, loaded.packages});
    if (subject.contexts.size() > 1) return;
    for (const fs::path& root : options_.sources.rules) {
      auto& group = subject.for_contracts.emplace_back();
      for (const script::Package& package : workspace_.packages().packages) {
        const std::string folder = package.folder.lexically_normal().string() + "/";
        if (folder.starts_with((root / "").lexically_normal().string())) group.push_back(&package);
      }
    }
  }

  void contracts() {
    for (const LoadedContract& loaded : workspace_.contracts()) {
      const model::Contract& contract = *loaded.contract;
      report::ContractLayers shown{
          contract.id, contract.where.file, contract.model, contract.region, {}};
      for (const script::Package* package : loaded.packages) {
        shown.layers.push_back({std::string(model::word_of(package->layer)), package->name});
      }
      it_.contracts.push_back(std::move(shown));
    }
  }

  const Options& options_;
  DataFolder data_;
  Findings read_;
  Workspace workspace_;
  std::vector<const model::Model*> models_;
  model::Parameters no_parameters_;
  std::vector<plugin::Inspection> inspections_;
  report::Installation it_;
  Diagnostics odd_;
};

}  // namespace

ExitCode doctor_command(const Options& options) {
  refuse_overwriting(options);
  Doctor doctor(options);
  const report::Installation installation = doctor.examine();
  report::FindingsStyle style = findings_style(options);
  style.width = width_for(options);
  write_report(options.format == Format::json ? report::installation_json(installation, style)
                                              : report::installation_text(installation, style),
               options);
  return doctor.is_odd() ? ExitCode::findings : ExitCode::done;
}

}  // namespace cpom::cli
