#include <algorithm>
#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

#include "base/names.hpp"
#include "cli/commands.hpp"
#include "cli/data_folder.hpp"
#include "cli/findings.hpp"
#include "cli/model_library.hpp"
#include "cli/new_contract.hpp"
#include "cli/new_files_report.hpp"
#include "cli/new_rule.hpp"
#include "scaffold/templates.hpp"
#include "script/api.hpp"

namespace cpom::cli {
namespace {

namespace fs = std::filesystem;
using scaffold::NewFile;
using What = NewOptions::What;

/// Where an editor finds the schemas, as seen from \a folder.
std::string schemas_from(const fs::path& folder) {
  std::error_code ignored;
  const fs::path from = fs::absolute(folder, ignored).lexically_normal();
  return (data_folder() / "contracts" / "schema").lexically_relative(from).generic_string();
}

class Maker {
 public:
  explicit Maker(const Options& options)
      : options_(options), made_(options.create), library_(data_folder() / "contracts") {}

  ExitCode make() {
    std::error_code ignored;
    if (fs::exists(fs::symlink_status(made_.folder, ignored))) {
      throw Error("usage.file_exists", {made_.folder.string(), 0, 0},
                  message("this folder is there already, and nothing was written"),
                  message("choose another name"));
    }
    if (!find_model()) return ExitCode::not_loaded;
    switch (made_.what) {
      case What::plugin: make_plugin(); break;
      case What::contract: make_contract(); break;
      default: make_package("region/package.lua", made_.folder); break;
    }
    write_and_tell(files_, made_.folder, options_);
    return ExitCode::done;
  }

 private:
  bool find_model() {
    Diagnostics found;
    std::string id = made_.model;
    const bool is_file = id.ends_with(".xml");
    if (is_file) library_.add(id, found);
    print_findings(found, options_);
    if (found.has_errors()) return false;
    std::vector<std::string> known;
    for (const model::Model* each : library_.all()) {
      known.push_back(each->id);
      const bool is_asked = is_file ? fs::path(each->where.file) == fs::path(id) : each->id == id;
      if (is_asked) model_ = each;
    }
    if (model_ != nullptr) return true;
    throw Error("usage.unknown_model", {}, message("there is no contract model \"{0}\"", id),
                suggestion(id, known));
  }

  void add(const fs::path& path, std::string_view source, const scaffold::Values& more = {}) {
    scaffold::Values values = more;
    values["NAME"] = made_.name;
    values["FOLDER"] = made_.folder.generic_string();
    values["API"] = std::to_string(script::api_revision);
    values["MODEL"] = model_->id;
    values["REGION"] = made_.region;
    values["SCHEMAS"] = schemas_from(path.parent_path());
    files_.push_back({path, scaffold::filled(source, values)});
  }

  bool judges_by_threshold() const {
    return model_->classify_rule == "standard" && model_->status("partly_reached") != nullptr;
  }

  /// A package of a region or a contract: with a threshold of its own where the model has one.
  void make_package(std::string_view manifest, const fs::path& folder) {
    add(folder / "package.lua", manifest);
    add(folder / "README.md", "package/README.md");
    if (judges_by_threshold()) {
      add(folder / "settings.xml", "package/settings.xml");
      add(folder / "tests" / "cases.csv", "package/threshold_cases.csv");
    } else {
      add(folder / "tests" / "cases.csv", "package/cases.csv");
    }
    add_editor_files(folder, options_.language, files_);
  }

  void make_plugin() {
    const auto& indicators = model_->indicators;
    const auto first = std::find_if(indicators.begin(), indicators.end(),
                                    [](const auto& each) { return !each.placeholder; });
    std::string objective;
    if (first != indicators.end()) {
      objective = first->objective;
    } else if (!model_->objectives.empty()) {
      objective = model_->objectives.back().id;
    }
    std::string code = "EXT.01";
    for (int number = 2; model_->indicator(code) != nullptr; ++number) {
      code = "EXT.0" + std::to_string(number);
    }
    const scaffold::Values values = {{"OBJECTIVE", objective}, {"CODE", code}};
    add(made_.folder / "package.lua", "plugin/package.lua", values);
    add(made_.folder / "README.md", "package/README.md");
    add(made_.folder / "catalogue.xml", "plugin/catalogue.xml", values);
    add(made_.folder / "tests" / "cases.csv", "plugin/cases.csv", values);
    add_editor_files(made_.folder, options_.language, files_);
  }

  void make_contract() {
    add(made_.folder / "contract.xml", "contract/contract.xml",
        {{"START", iso_text(made_.start)},
         {"END", iso_text(made_.end)},
         {"PARTIES", parties_wanted(*model_)},
         {"INDICATORS", indicators_wanted(*model_, made_)}});
    make_package("contract/package.lua", made_.folder / "rules");
  }

  const Options& options_;
  const NewOptions& made_;
  ModelLibrary library_;
  const model::Model* model_ = nullptr;
  std::vector<NewFile> files_;
};

}  // namespace

ExitCode new_command(const Options& options) {
  switch (options.create.what) {
    case What::rule: return new_rule(options);
    case What::test: return new_test(options);
    default: return Maker(options).make();
  }
}

}  // namespace cpom::cli
