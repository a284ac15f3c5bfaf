/// What is installed and found, and what is odd about it: the answer of `cpom doctor`.
#pragma once

#include <string>
#include <vector>

#include "base/language.hpp"
#include "report/findings_report.hpp"

namespace cpom::report {

/// How it was decided where the program's own definitions and rules are.
enum class DataOrigin { environment, installed, sources };
/// What decides the language, the width, the colours.
enum class Cause { option, environment, terminal, no_terminal, dumb_terminal, no_color, preset };

struct InstalledPackage {
  std::string name;
  /// Empty for none.
  std::string version;
  std::string layer;
  /// What it applies to: empty where it does not say.
  std::string model;
  std::string region;
  std::string contract;
  /// Only to contracts that name it.
  bool by_name = false;
  long rules = 0;
  bool settings = false;
  bool tests = false;
  std::string folder;
  /// Codes of what makes it unusable.
  std::vector<std::string> faults;
};

struct InstalledModel {
  std::string id;
  std::string family;
  std::string label;
  std::string file;
  /// Packages made for it or its family.
  long packages = 0;
};

/// A contract that was asked about, with the packages that apply to it, from general to particular.
struct ContractLayers {
  struct Layer {
    std::string layer;
    std::string package;
  };
  std::string id;
  std::string file;
  std::string model;
  std::string region;
  std::vector<Layer> layers;
};

struct Installation {
  std::string program;
  /// "Lua 5.4.8".
  std::string lua;
  /// Of the operating system, instead of the one built into the program.
  bool system_lua = false;
  int api = 0;
  int oldest_api = 0;
  int json_schema = 0;
  std::vector<std::string> libraries;

  std::string data;
  DataOrigin data_origin = DataOrigin::installed;

  Language language = Language::french;
  Cause language_cause = Cause::preset;
  /// "LANG=fr_FR.UTF-8"; empty for another cause.
  std::string language_variable;
  /// "LC_ALL=C" that tells the character set of the terminal; empty: nothing does.
  std::string locale_variable;

  bool terminal = false;
  int width = 0;
  Cause width_cause = Cause::preset;
  bool colour = false;
  Cause colour_cause = Cause::no_terminal;

  std::vector<InstalledModel> models;
  /// In the order in which layers apply, then by name.
  std::vector<InstalledPackage> packages;
  std::vector<ContractLayers> contracts;
  std::vector<Finding> findings;
};

/// Version of the JSON written.
inline constexpr int installation_schema_version = 1;

/// Sections of lines, the odd things last.
std::string installation_text(const Installation& installation, const FindingsStyle& style);

/// One object, members in a fixed order.
std::string installation_json(const Installation& installation, const FindingsStyle& style);

}  // namespace cpom::report
