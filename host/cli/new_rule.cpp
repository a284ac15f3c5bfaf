#include "cli/new_rule.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "base/files.hpp"
#include "base/names.hpp"
#include "cli/data_folder.hpp"
#include "cli/findings.hpp"
#include "cli/new_cases.hpp"
#include "cli/new_files_report.hpp"
#include "cli/test_materials.hpp"
#include "lua/state.hpp"
#include "scaffold/templates.hpp"
#include "script/chains.hpp"
#include "script/manifest.hpp"
#include "testing/ground.hpp"

namespace cpom::cli {
namespace {

namespace fs = std::filesystem;
using engine::RuleKind;
using scaffold::NewFile;

[[noreturn]] void refuse(std::string code, Position where, Message what, Message remedy) {
  throw Error(std::move(code), std::move(where), std::move(what), std::move(remedy));
}

bool is_of_indicators(RuleKind kind) {
  return kind == RuleKind::compute || kind == RuleKind::check || kind == RuleKind::classify;
}

std::vector<std::string> codes_of(const model::Model& model) {
  std::vector<std::string> codes;
  for (const model::Indicator& indicator : model.indicators) codes.push_back(indicator.code);
  return codes;
}

/// The package of the command line, with all that its rules are built on.
class Subject {
 public:
  explicit Subject(const Options& options) {
    Options reading = options;
    reading.test.paths = {options.create.folder};
    std::error_code ignored;
    if (!fs::exists(options.create.folder / "package.lua", ignored)) {
      refuse("usage.not_a_package", {options.create.folder.string(), 0, 0},
             message("this folder is no package: it has no package.lua"),
             message("make one with cpom new region or cpom new plugin"));
    }
    read_ = read_test_materials(reading, data_folder(), found_);
    for (script::Package& package : read_->materials.packages.packages) {
      if (fs::equivalent(package.folder, options.create.folder, ignored)) package_ = &package;
    }
    if (package_ != nullptr) model_ = testing::composed_model(read_->materials, *package_, {});
  }

  /// Not when the package itself has faults.
  bool is_usable() const {
    return package_ != nullptr && model_ != nullptr && !found_.has_errors();
  }
  const Diagnostics& found() const { return found_; }
  const script::Package& package() const { return *package_; }
  const model::Model& model() const { return *model_; }

  /// As if the package had this file as well.
  void add(const std::string& id, const fs::path& path, const std::string& source) {
    auto& rules = package_->rules;
    const auto place = std::lower_bound(
        rules.begin(), rules.end(), path,
        [](const script::RuleFile& rule, const fs::path& wanted) { return rule.path < wanted; });
    rules.insert(place, {id, path, source});
  }

  /// A fresh bench: the rules as they stand now.
  std::unique_ptr<testing::Bench> bench() const {
    return std::make_unique<testing::Bench>(read_->materials);
  }

 private:
  Diagnostics found_;
  std::unique_ptr<TestMaterials> read_;
  script::Package* package_ = nullptr;
  const model::Model* model_ = nullptr;
};

std::string parameter_name(const std::string& need) {
  std::string name = need.starts_with("param.") ? need.substr(6) : need;
  std::replace_if(
      name.begin(), name.end(),
      [](char c) { return !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'); }, '_');
  const bool word = name == "end" || name == "and" || name == "or" || name == "not" || name == "in";
  if (word || name.empty() || (name.front() >= '0' && name.front() <= '9')) name = "p_" + name;
  return name;
}

/// \a source of a manifest with \a id among the rules of its `provides`, which begins at \a line.
std::string with_provided_rule(std::string source, int line, const std::string& id) {
  std::size_t at = 0;
  for (int i = 1; i < line && at != std::string::npos; ++i) at = source.find('\n', at) + 1;
  at = source.find("provides", at);
  const std::size_t opened = at == std::string::npos ? at : source.find('{', at);
  if (opened == std::string::npos) return source;
  const std::size_t rules = source.find("rules", opened);
  const std::size_t list = rules == std::string::npos ? rules : source.find('{', rules);
  const bool has_rules =
      list != std::string::npos &&
      source.substr(rules + 5, list - rules - 5).find_first_not_of(" \t=") == std::string::npos;
  const std::string entry = '"' + id + '"';
  if (has_rules) return source.insert(list + 1, " " + entry + ",");
  return source.insert(opened + 1, " rules = { " + entry + " },");
}

class RuleMaker {
 public:
  explicit RuleMaker(const Options& options)
      : options_(options), made_(options.create), subject_(options) {}

  ExitCode make() {
    if (!subject_.is_usable()) {
      print_findings(subject_.found(), options_);
      return ExitCode::not_loaded;
    }
    find_id();
    const fs::path path = made_.folder / (id_ + ".lua");
    const fs::path cases = made_.folder / "tests" / (id_ + ".csv");
    scaffold::refuse_existing({{path, {}}, {cases, {}}});
    const NewFile manifest = manifest_with_rule();
    const std::string base = base_id();
    const std::string source = base.empty() ? fresh() : override_of(base);
    subject_.add(id_, path, source);
    const auto bench = subject_.bench();
    const testing::GroundRules* rules = bench->rules(subject_.package(), {}, {});
    if (rules == nullptr || bench->faults().has_errors()) {
      print_findings(bench->faults(), options_);
      return ExitCode::not_loaded;
    }
    const engine::Rule* rule = rules->find(id_);
    if (rule == nullptr) {
      refuse("usage.unknown_rule", {path.string(), 0, 0},
             message("the package does not apply here: the rule would not be called"),
             message("check the model and the region of its package.lua"));
    }
    write_and_tell(
        {{path, source},
         {cases, base.empty() ? fresh_cases()
                              : table_for(*rule, *rules, *bench, subject_.model(), false)}},
        made_.folder, options_, manifest);
    return ExitCode::done;
  }

 private:
  std::string word() const { return std::string(engine::word_of(made_.kind)); }

  void find_id() {
    const std::string& name = made_.subject;
    const bool is_whole = name.find('/') != std::string::npos;
    id_ = is_whole ? name : word() + "/" + name;
    if (is_whole) return;
    if (is_of_indicators(made_.kind)) indicator_ = subject_.model().indicator(name);
    if (indicator_ == nullptr) {
      check_name(name);
      return;
    }
    id_ = "indicators/" + name + "/" + word();
    if (!indicator_->placeholder) return;
    refuse("usage.undefined_indicator", indicator_->where,
           message("indicator \"{0}\" has no form yet: each contract defines it", name),
           message("define it first, under definitions in catalogue.xml of the package"));
  }

  /// What may have been meant by a name that is neither an indicator nor a rule. Written with its
  /// kind, "compute/share_2", a name is taken as it is.
  void check_name(const std::string& name) const {
    const auto bench = subject_.bench();
    const testing::GroundRules* rules = bench->rules(subject_.package(), {}, {});
    if (rules == nullptr || rules->find(id_) != nullptr) return;
    std::vector<std::string> known;
    for (const std::string& id : testing::rule_ids(*rules)) {
      if (id.starts_with(word() + "/")) known.push_back(id.substr(word().size() + 1));
    }
    const bool is_plain =
        name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
    if (is_of_indicators(made_.kind)) {
      const auto codes = codes_of(subject_.model());
      known.insert(known.end(), codes.begin(), codes.end());
    }
    const std::string nearest = nearest_name(name, known);
    if (nearest.empty() && (is_plain || !is_of_indicators(made_.kind))) return;
    const Message otherwise =
        message("for a new rule write cpom new rule {0} {1}", made_.folder.generic_string(), id_);
    refuse("usage.unknown_indicator", {},
           is_of_indicators(made_.kind) ? message("there is no indicator and no rule \"{0}\"", name)
                                        : message("there is no rule \"{0}\" to change", id_),
           nearest.empty() ? otherwise : message("did you mean \"{0}\"? {1}", nearest, otherwise));
  }

  /// A plugin says in its manifest all that it adds: with the new rule. Empty for others.
  NewFile manifest_with_rule() const {
    const script::Package& package = subject_.package();
    if (!package.plugin || package.plugin->provides_one("rules", id_)) return {};
    const fs::path path = package.folder / "package.lua";
    std::string text = with_provided_rule(read_file(path), package.plugin->provides_at.line, id_);
    Diagnostics found;
    const auto changed = script::read_manifest(lua::State(), text, path.string(), found);
    if (found.empty() && changed && changed->plugin &&
        changed->plugin->provides_one("rules", id_)) {
      return {path, std::move(text)};
    }
    refuse("usage.not_provided", package.plugin->provides_at,
           message("the rule \"{0}\" cannot be added to what the plugin provides", id_),
           message("write provides = {{ … }} as one table of lists in package.lua"));
  }

  /// The rule that the new file changes; empty when it is the first of its name.
  std::string base_id() const {
    const auto bench = subject_.bench();
    const testing::GroundRules* rules = bench->rules(subject_.package(), {}, {});
    if (rules == nullptr) return {};
    if (rules->find(id_) != nullptr) return id_;
    return indicator_ == nullptr ? std::string()
                                 : script::general_rule(made_.kind, *indicator_, subject_.model());
  }

  std::string override_of(const std::string& base) const {
    const auto bench = subject_.bench();
    const engine::Rule* rule = bench->rules(subject_.package(), {}, {})->find(base);
    if (rule == nullptr) {
      refuse("usage.unknown_rule", {}, message("there is no rule \"{0}\" to change", base),
             message("cpom layers shows the rules of a contract"));
    }
    std::string needs;
    std::string parameters;
    for (const engine::Need& need : rule->needs) {
      const char* const comma = needs.empty() ? "" : ", ";
      needs += comma + ('"' + need.name) + (need.optional ? "?\"" : "\"");
      parameters += comma + parameter_name(need.name);
    }
    const std::string title =
        indicator_ != nullptr ? indicator_->code + " : " + indicator_->label : id_;
    return scaffold::filled("rule/override.lua",
                            {{"TITLE", title},
                             {"KIND", word()},
                             {"SUMMARY", "À compléter : comme " + base + ", pour commencer"},
                             {"NEEDS", needs},
                             {"PARAMETERS", parameters}});
  }

  scaffold::Values ids() const {
    const model::Model& model = subject_.model();
    const bool own = !model.weathers.empty();
    return {{"BEST", model.statuses.front().id},
            {"WORST", model.statuses.back().id},
            // A model without levels of its own is judged by those of the core.
            {"BESTWEATHER", own ? model.weathers.front().id : "sunny"},
            {"WORSTWEATHER", own ? model.weathers.back().id : "stormy"}};
  }

  std::string fresh() const { return scaffold::filled("rule/" + word() + ".lua", ids()); }
  std::string fresh_cases() const { return scaffold::filled("cases/" + word() + ".csv", ids()); }

  const Options& options_;
  const NewOptions& made_;
  Subject subject_;
  std::string id_;
  const model::Indicator* indicator_ = nullptr;
};

/// The rule that a test of \a name is about: one with that id, or what computes the indicator.
const engine::Rule* rule_of(const std::string& name, const testing::GroundRules& rules,
                            const model::Model& model) {
  if (const engine::Rule* rule = rules.find(name)) return rule;
  const model::Indicator* indicator = model.indicator(name);
  if (indicator == nullptr) return nullptr;
  const engine::Rule* own = rules.find("indicators/" + name + "/compute");
  return own != nullptr ? own
                        : rules.find(script::general_rule(RuleKind::compute, *indicator, model));
}

}  // namespace

ExitCode new_rule(const Options& options) { return RuleMaker(options).make(); }

ExitCode new_test(const Options& options) {
  const NewOptions& made = options.create;
  const Subject subject(options);
  if (!subject.is_usable()) {
    print_findings(subject.found(), options);
    return ExitCode::not_loaded;
  }
  const auto bench = subject.bench();
  const testing::GroundRules* rules = bench->rules(subject.package(), {}, {});
  if (rules == nullptr || bench->faults().has_errors()) {
    print_findings(bench->faults(), options);
    return ExitCode::not_loaded;
  }
  const engine::Rule* rule = rule_of(made.subject, *rules, subject.model());
  if (rule == nullptr) {
    std::vector<std::string> known = testing::rule_ids(*rules);
    const auto codes = codes_of(subject.model());
    known.insert(known.end(), codes.begin(), codes.end());
    refuse("usage.unknown_rule", {}, message("there is no indicator or rule \"{0}\"", made.subject),
           suggestion(made.subject, known));
  }
  // A table that is named after the rule needs no column that names it.
  const bool by_place = rule->id == made.subject || rule->id.starts_with("indicators/");
  const fs::path file =
      made.folder / "tests" / ((by_place ? rule->id : made.subject + "/compute") + ".csv");
  write_and_tell({{file, table_for(*rule, *rules, *bench, subject.model(), !by_place)}},
                 made.folder, options);
  return ExitCode::done;
}

}  // namespace cpom::cli
