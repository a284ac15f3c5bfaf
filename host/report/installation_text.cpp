#include <utility>

#include "base/text.hpp"
#include "report/installation.hpp"
#include "report/page.hpp"

namespace cpom::report {
namespace {

Figure figure(long number) { return Figure{static_cast<double>(number)}; }

class InstallationWriter {
 public:
  InstallationWriter(const Installation& installation, const FindingsStyle& style)
      : it_(installation), style_(style), page_(style.width, installation.colour) {}

  std::string write() {
    program();
    environment();
    models();
    packages();
    for (const ContractLayers& contract : it_.contracts) layers(contract);
    heading(message("What is odd"));
    if (it_.findings.empty()) line(message("nothing"));
    std::string text = page_.take();
    for (const Finding& finding : it_.findings) text += finding_text(finding, style_);
    return text;
  }

 private:
  std::string say(const Message& text) const { return render(text, style_.language); }

  void heading(const Message& text) {
    if (!first_) page_.blank();
    first_ = false;
    page_.paragraph("", say(text), Ink::bold);
  }

  void line(const Message& text, Ink ink = Ink::plain) {
    page_.paragraph("  ", printable(say(text)), ink);
  }

  void program() {
    heading(message("Program"));
    line(message("{0}", "cpom " + it_.program));
    line(it_.system_lua ? message("{0}, of this system (CPOM_SYSTEM_LUA)", it_.lua)
                        : message("{0}, built into the program", it_.lua));
    line(message("Packages of rules: API {0}, oldest {1}", it_.api, it_.oldest_api));
    line(message("JSON reports: schema {0}", it_.json_schema));
    std::string libraries;
    for (const std::string& library : it_.libraries) {
      libraries += (libraries.empty() ? "" : ", ") + library;
    }
    line(message("Libraries: {0}", libraries));
    line(message("Definitions and rules: {0} ({1})", it_.data, origin_of(it_.data_origin)));
  }

  static Message origin_of(DataOrigin origin) {
    switch (origin) {
      case DataOrigin::environment: return message("named by CPOM_DATA");
      case DataOrigin::installed: return message("installed beside the program");
      case DataOrigin::sources: break;
    }
    return message("the sources that the program was built from");
  }

  static Message cause_of(Cause cause, const std::string& variable) {
    switch (cause) {
      case Cause::option: return message("asked for on the command line");
      case Cause::environment: return message("{0}", variable);
      case Cause::terminal: return message("of the terminal");
      case Cause::no_terminal: return message("the output is no terminal");
      case Cause::dumb_terminal: return message("TERM=dumb");
      case Cause::no_color: return message("NO_COLOR is set");
      case Cause::preset: break;
    }
    return message("by default");
  }

  void environment() {
    heading(message("Environment"));
    line(message("Language: {0} ({1})",
                 it_.language == Language::french ? message("French") : message("English"),
                 cause_of(it_.language_cause, it_.language_variable)));
    line(message(
        "Characters: UTF-8 is written; the environment says {0}",
        it_.locale_variable.empty() ? message("nothing") : message("{0}", it_.locale_variable)));
    line(message("Width: {0} ({1})", it_.width, cause_of(it_.width_cause, {})));
    line(message("Colours: {0} ({1})", it_.colour ? message("yes") : message("no"),
                 cause_of(it_.colour_cause, {})));
  }

  void models() {
    heading(message("Models"));
    for (const InstalledModel& model : it_.models) {
      line(message("{0}: {1}; {2}", model.id, model.label,
                   plural_message("{0} package for it", "{0} packages for it", model.packages,
                                  figure(model.packages))));
      page_.paragraph("    ", printable(model.file), Ink::faint);
    }
    if (it_.models.empty()) line(message("none"));
  }

  static Message scope_of(const InstalledPackage& package) {
    Message scope = package.model.empty() ? message("all models") : message("{0}", package.model);
    const auto add = [&](Message more) {
      scope = message("{0}, {1}", std::move(scope), std::move(more));
    };
    if (!package.region.empty()) add(message("region {0}", package.region));
    if (!package.contract.empty()) add(message("contract {0}", package.contract));
    if (package.by_name) add(message("for contracts that name it"));
    return scope;
  }

  static Message holds(const InstalledPackage& package) {
    Message text = plural_message("{0} rule", "{0} rules", package.rules, figure(package.rules));
    if (package.settings) text = message("{0}, {1}", std::move(text), message("settings"));
    return message("{0}, {1}", std::move(text),
                   package.tests ? message("tests") : message("no tests"));
  }

  void packages() {
    heading(message("Packages, from general to particular"));
    for (const InstalledPackage& package : it_.packages) {
      const std::string name =
          package.version.empty() ? package.name : package.name + " " + package.version;
      line(message("{0}: {1} ({2}); {3}", package.layer, name, scope_of(package), holds(package)),
           package.faults.empty() ? Ink::plain : Ink::bad);
      page_.paragraph("    ", printable(package.folder), Ink::faint);
      for (const std::string& code : package.faults) {
        page_.paragraph("    ", say(message("cannot be used: {0}", code)), Ink::bad);
      }
    }
    if (it_.packages.empty()) line(message("none"));
  }

  void layers(const ContractLayers& contract) {
    heading(message("Contract {0} ({1}): what applies to it", contract.id, contract.file));
    line(contract.region.empty()
             ? message("model {0}", contract.model)
             : message("model {0}, region {1}", contract.model, contract.region));
    int number = 0;
    for (const auto& each : contract.layers) {
      line(message("{0}. {1}: {2}", ++number, each.layer, each.package));
    }
  }

  const Installation& it_;
  const FindingsStyle& style_;
  Page page_;
  bool first_ = true;
};

}  // namespace

std::string installation_text(const Installation& installation, const FindingsStyle& style) {
  return InstallationWriter(installation, style).write();
}

}  // namespace cpom::report
