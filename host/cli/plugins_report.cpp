#include "cli/plugins_report.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "script/declared_settings.hpp"

namespace cpom::cli {
namespace {

using model::Layer;
using report::Cell;
using report::Column;
using report::Ink;
using report::Page;
using script::Package;
using script::Setting;
using Texts = std::vector<std::string>;

constexpr int gap = 2;
constexpr int narrowest_state = 24;

class Speaker {
 public:
  Speaker(Language language, Page& page) : language_(language), page_(page) {}

 protected:
  std::string say(const Message& text) const { return printable(render(text, language_)); }

  std::string say(Layer layer) const {
    switch (layer) {
      case Layer::plugin: return say(message("plugin"));
      case Layer::region: return say(message("region"));
      default: return std::string(model::word_of(layer));
    }
  }

  static std::string joined(const Texts& texts) {
    std::string list;
    for (const std::string& text : texts) list += (list.empty() ? "" : ", ") + text;
    return list;
  }

  static std::string joined(const std::vector<script::Named>& names) {
    Texts texts;
    for (const script::Named& named : names) texts.push_back(named.name);
    return joined(texts);
  }

  static std::string version_of(const Package& package) {
    return package.version ? text_of(*package.version) : "–";
  }

  /// "dac : 5, 6", « tous les modèles ».
  std::string extended_by(const Package& package) const {
    std::string text = package.model.empty() ? say(message("all models")) : package.model;
    if (!package.region.empty()) text += ", " + say(message("region {0}", package.region));
    if (package.plugin && !package.plugin->extends.empty()) {
      text = say(message("{0}: objectives {1}", text, joined(package.plugin->extends)));
    }
    return text;
  }

  Language language_;
  Page& page_;
};

class TableWriter : Speaker {
 public:
  using Speaker::Speaker;

  void write(const std::vector<plugin::Inspection>& packages) {
    if (packages.empty()) {
      page_.paragraph("", say(message("No plugin is known.")));
      return;
    }
    std::vector<Texts> rows = {{say(message("Name")), say(message("Version")),
                                say(message("Layer")), say(message("Extends")),
                                say(message("State"))}};
    for (const plugin::Inspection& each : packages) {
      const Package& package = *each.package;
      rows.push_back({package.name, version_of(package), say(package.layer), extended_by(package),
                      state_of(each)});
    }
    fit(rows);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      row(rows[i], i == 0 ? Ink::bold : packages[i - 1].faults.empty() ? Ink::plain : Ink::bad);
    }
  }

 private:
  std::string state_of(const plugin::Inspection& package) const {
    if (package.faults.empty()) {
      return package.package->proposal ? say(message("usable, a proposal"))
                                       : say(message("usable"));
    }
    std::string text = say(package.faults.front().what) + " [" + package.faults.front().code + "]";
    const auto more = static_cast<long>(package.faults.size()) - 1;
    if (more > 0) {
      text += "; " + say(plural_message("{0} more fault", "{0} more faults", more, more));
    }
    return text;
  }

  /// The last column takes what the others leave, unless that is too little.
  void fit(const std::vector<Texts>& rows) {
    columns_.assign(rows.front().size(), {});
    for (const Texts& row : rows) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        columns_[i].width = std::max(columns_[i].width, display_width(row[i]));
      }
    }
    Column& extends = columns_[columns_.size() - 2];
    Column& state = columns_.back();
    int others = gap * static_cast<int>(columns_.size() - 1);
    for (const Column& column : columns_) {
      if (&column != &state) others += column.width;
    }
    const int lacking = narrowest_state - (page_.width() - others);
    if (lacking > 0) {
      const int shrunk = std::max(extends.width - lacking, narrowest_state / 2);
      others -= extends.width - shrunk;
      extends.width = shrunk;
    }
    state.width = std::max(page_.width() - others, narrowest_state);
  }

  void row(const Texts& texts, Ink ink) {
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      cells.push_back({wrap(texts[i], columns_[i].width), ink});
    }
    page_.row(columns_, cells);
  }

  std::vector<Column> columns_;
};

class PackageWriter : Speaker {
 public:
  using Speaker::Speaker;

  void write(const plugin::Inspection& inspection) {
    const Package& package = *inspection.package;
    page_.paragraph("", printable(package.name + " " + version_of(package)), Ink::bold);
    page_.paragraph("", printable(package.summary));
    page_.blank();
    line(message("Layer"), say(package.layer));
    line(message("Extends"), extended_by(package));
    if (package.proposal) {
      page_.paragraph("", say(message("A proposal: no text sets it, and it applies only to the "
                                      "contracts that name it.")));
    }
    requirements(package);
    if (package.plugin) announced(*package.plugin);
    rules(package);
    line(message("Folder"), package.folder.string());
    if (!package.readme.empty()) line(message("To read"), package.readme.string());
    if (package.plugin) settings(package.plugin->settings);
    faults(inspection.faults);
  }

 private:
  void line(const Message& title, const std::string& text) {
    page_.paragraph(say(message("{0}: ", title)), printable(text));
  }

  void requirements(const Package& package) {
    Texts texts;
    for (const script::Requirement& each : package.requirements) {
      texts.push_back(each.name + (each.least ? " ≥ " + text_of(*each.least) : ""));
    }
    if (!texts.empty()) line(message("Requires"), joined(texts));
  }

  void announced(const script::PluginManifest& manifest) {
    using Kinds = std::vector<std::pair<std::string_view, Message>>;
    const Kinds kinds = {{"missions", message("Missions")},
                         {"objectives", message("Objectives")},
                         {"groups", message("Groups")},
                         {"indicators", message("Indicators")},
                         {"steps", message("Calendar steps")}};
    for (const auto& [kind, title] : kinds) {
      if (!manifest.provided(kind).empty()) line(title, joined(manifest.provided(kind)));
    }
    line(message("Languages"), joined(manifest.languages));
  }

  void rules(const Package& package) {
    Texts ids;
    for (const script::RuleFile& rule : package.rules) ids.push_back(rule.id);
    if (!ids.empty()) line(message("Rules"), joined(ids));
    if (!package.settings.empty()) line(message("Settings"), package.settings.string());
  }

  void settings(const std::vector<Setting>& settings) {
    if (settings.empty()) return;
    page_.blank();
    page_.rule(say(message("Settings")), "─");
    for (const Setting& setting : settings) {
      std::string text = setting.summary;
      if (!setting.indicator.empty()) {
        text += " " + say(message("(indicator {0})", setting.indicator));
      }
      page_.paragraph(setting.name + "  ", printable(text));
      page_.paragraph("  ", say(values_of(setting)), Ink::faint);
    }
  }

  static Message values_of(const Setting& setting) {
    const Message accepted = script::accepted_by(setting);
    if (!setting.fallback) return message("no default; {0}", accepted);
    if (setting.assumption) {
      return message("default {0}, an assumption of this project; {1}", Figure{*setting.fallback},
                     accepted);
    }
    return message("default {0}; {1}", Figure{*setting.fallback}, accepted);
  }

  void faults(const std::vector<Diagnostic>& faults) {
    if (faults.empty()) return;
    page_.blank();
    page_.rule(say(message("It cannot be used")), "─");
    for (const Diagnostic& fault : faults) {
      page_.paragraph("- ", printable(render(fault, language_)), Ink::bad);
    }
  }
};

}  // namespace

void write_table(const std::vector<plugin::Inspection>& packages, Language language, Page& page) {
  TableWriter(language, page).write(packages);
}

void write_package(const plugin::Inspection& package, Language language, Page& page) {
  PackageWriter(language, page).write(package);
}

}  // namespace cpom::cli
