#include "testing/suite.hpp"

#include <algorithm>
#include <numeric>
#include <system_error>

#include "base/files.hpp"
#include "script/package_folder.hpp"
#include "testing/contract_expectations.hpp"
#include "testing/spec.hpp"
#include "testing/table_reader.hpp"

namespace cpom::testing {
namespace {

namespace fs = std::filesystem;

constexpr int deepest = 8;

/// Tables and specs, and the folders that hold a whole contract.
void find_files(const fs::path& folder, bool in_tests, int depth, std::vector<fs::path>& files,
                Diagnostics& found) {
  if (in_tests && is_contract_folder(folder)) {
    files.push_back(folder);
    return;
  }
  for (const fs::path& path : script::sorted_entries(folder, found)) {
    const std::string name = path.filename().string();
    std::error_code ignored;
    if (name.starts_with('.') || fs::is_symlink(path, ignored)) continue;
    if (fs::is_directory(path, ignored)) {
      if (depth < deepest) {
        find_files(path, in_tests || (depth == 0 && name == "tests"), depth + 1, files, found);
      }
    } else if (name.ends_with("_test.lua") || (in_tests && name.ends_with(".csv"))) {
      files.push_back(path);
    }
  }
}

/// "compute/share" for tests/compute/share.csv; empty where the place says nothing.
std::string rule_of(const fs::path& path, const script::Package& package) {
  const fs::path relative = path.lexically_relative(package.folder / "tests").replace_extension();
  const std::string id = relative.generic_string();
  const std::string first = relative.begin()->string();
  const bool has_kind =
      std::any_of(engine::all_rule_kinds.begin(), engine::all_rule_kinds.end(),
                  [&](engine::RuleKind kind) { return engine::word_of(kind) == first; });
  const auto parts = std::distance(relative.begin(), relative.end());
  return (has_kind && parts == 2) || (first == "indicators" && parts == 3) ? id : std::string();
}

class Collector {
 public:
  Collector(const Materials& materials, Diagnostics& found)
      : materials_(materials), bench_(materials), found_(found) {}

  void add(const script::Package& package, const fs::path& path) {
    TestFile file;
    file.package = &package;
    file.path = path;
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) {
      add_contract(std::move(file));
      return;
    }
    file.is_spec = path.extension() == ".lua";
    std::string bytes;
    try {
      bytes = read_file(path);
    } catch (const Error& error) {
      found_.add(error.diagnostic());
      return;
    }
    if (file.is_spec) {
      const Spec spec(bytes, path.string(), package, bench_, found_);
      file.size = spec.size();
      suite_.has_focused = suite_.has_focused || spec.has_focused();
      file.source = std::move(bytes);
    } else {
      read_table(bytes, file);
    }
    suite_.files.push_back(std::move(file));
  }

  Suite take() {
    found_.append(bench_.faults());
    return std::move(suite_);
  }

 private:
  void add_contract(TestFile file) {
    if (!materials_.load_contract) return;
    file.contract = materials_.load_contract(*file.package, file.path, found_);
    if (file.contract == nullptr) return;
    // One that cannot be evaluated is one case, which fails.
    file.size = std::max<std::size_t>(file.contract->wanted.size(), 1);
    suite_.files.push_back(std::move(file));
  }

  void read_table(const std::string& bytes, TestFile& file) {
    const script::Package& package = *file.package;
    TableSubject subject;
    subject.rule = rule_of(file.path, package);
    subject.decisions = file.path.stem() == "cases";
    subject.find_rule = [&](const Case& one) -> const engine::Rule* {
      const GroundRules* rules = bench_.rules(package, one.layers, one.model);
      return rules == nullptr ? nullptr : rules->find(one.rule);
    };
    subject.rule_ids = [&] {
      const GroundRules* rules = bench_.rules(package, {}, {});
      return rules == nullptr ? std::vector<std::string>() : rule_ids(*rules);
    };
    subject.find_model = [&](const std::string& id) {
      return composed_model(materials_, package, id);
    };
    subject.model_ids = [&] {
      std::vector<std::string> ids;
      for (const model::Model* model : materials_.models) ids.push_back(model->id);
      return ids;
    };
    file.cases = read_cases(bytes, file.path.string(), subject, found_);
    file.size = file.cases.size();
    for (const Case& one : file.cases) suite_.has_focused = suite_.has_focused || one.focused;
  }

  const Materials& materials_;
  Bench bench_;
  Diagnostics& found_;
  Suite suite_;
};

/// One of the chosen files, or in a chosen folder; of a folder with a contract, any of its files
/// chooses it.
bool is_chosen(const fs::path& path, const std::vector<fs::path>& only) {
  std::error_code ignored;
  const bool is_folder = fs::is_directory(path, ignored);
  return only.empty() || std::any_of(only.begin(), only.end(), [&](const fs::path& chosen) {
           return is_within(path, chosen) || (is_folder && is_within(chosen, path));
         });
}

}  // namespace

std::size_t Suite::size() const {
  return std::accumulate(files.begin(), files.end(), std::size_t{0},
                         [](std::size_t sum, const TestFile& file) { return sum + file.size; });
}

bool has_tests(const script::Package& package) {
  std::vector<fs::path> files;
  Diagnostics ignored;
  find_files(package.folder, false, 0, files, ignored);
  return !files.empty();
}

Suite collect_tests(const Materials& materials, const std::vector<const script::Package*>& packages,
                    const std::vector<fs::path>& only, Diagnostics& found) {
  Collector collector(materials, found);
  for (const script::Package* package : packages) {
    std::vector<fs::path> files;
    find_files(package->folder, false, 0, files, found);
    if (files.empty() && !package->rules.empty()) {
      found.warning("test.none", package->where,
                    message("no test of package \"{0}\" was found", package->name),
                    message("put tables of cases into its folder tests/"));
    }
    for (const fs::path& file : files) {
      if (is_chosen(file, only)) collector.add(*package, file);
    }
  }
  return collector.take();
}

}  // namespace cpom::testing
