#include <algorithm>
#include <system_error>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/files.hpp"
#include "cli/data_folder.hpp"
#include "cli/findings.hpp"
#include "cli/output.hpp"
#include "cli/test_command.hpp"
#include "cli/test_contracts.hpp"
#include "cli/test_materials.hpp"
#include "testing/contract_expectations.hpp"
#include "testing/contract_record.hpp"

namespace cpom::cli {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void misuse(Message what, Message remedy) {
  throw Error("usage.record", {}, std::move(what), std::move(remedy));
}

/// The folder of a case that was given instead of a contract.
bool is_again(const Options& options) {
  std::error_code ignored;
  return fs::is_directory(options.sources.contracts.front(), ignored);
}

void check_use(const Options& options) {
  if (is_again(options)) {
    const bool more = !options.output.empty() || !options.sources.values.empty() ||
                      options.first_year || options.as_of || !options.test.strand.empty();
    if (!more) return;
    misuse(message("a case that is recorded again has its own values, year and day"),
           message("change the files of its folder instead"));
  }
  if (options.output.empty()) {
    misuse(message("--record needs an indicator, or a folder for the whole contract"),
           message("write cpom test --record CONTRACT INDICATOR, or -o PACKAGE/tests/CASE"));
  }
  if (!options.test.strand.empty()) {
    misuse(message("a whole contract is recorded with all its strands"),
           message("remove --strand"));
  }
  if (options.sources.values.size() > 1) {
    misuse(message("the folder of a case holds one file of values"),
           message("put the values into one file"));
  }
  if (testing::is_contract_folder(options.output)) {
    throw Error("test.folder_taken", {options.output.string(), 0, 0},
                message("this folder holds a case already"),
                message("bring it up to date by \"{0}\", or name another folder",
                        "cpom test --record " + options.output.string()));
  }
}

std::vector<std::string> words_of(const Options& options) {
  std::vector<std::string> words;
  if (options.first_year) {
    words.insert(words.end(), {"--year", std::to_string(*options.first_year)});
  }
  if (options.as_of) words.insert(words.end(), {"--as-of", iso_text(*options.as_of)});
  return words;
}

/// The nearest folder above \a path, itself included, that exists.
fs::path existing_above(fs::path path) {
  std::error_code ignored;
  path = path.lexically_normal();
  while (!path.empty() && !fs::exists(path, ignored)) path = path.parent_path();
  return path.empty() ? fs::path(".") : path;
}

/// The package whose tests/ \a folder is in.
const script::Package& package_of(const TestMaterials& read, const fs::path& folder) {
  std::error_code ignored;
  const fs::path whole = fs::weakly_canonical(fs::absolute(folder, ignored), ignored);
  for (const script::Package* package : read.tested) {
    const fs::path tests = fs::weakly_canonical(package->folder / "tests", ignored);
    const auto rest = std::mismatch(tests.begin(), tests.end(), whole.begin(), whole.end());
    if (rest.first == tests.end() && rest.second != whole.end()) return *package;
  }
  throw Error("test.no_package", {folder.string(), 0, 0},
              message("this folder is in the folder tests/ of no package"),
              message("give a folder in tests/ of a package, which has a package.lua"));
}

/// Makes the folder whole or not at all.
void write_folder(const ContractFiles& files, const std::string& results) {
  std::error_code fault;
  fs::path made = files.folder.lexically_normal();
  if (made.filename().empty()) made = made.parent_path();
  const fs::path draft = made.parent_path() / ("." + made.filename().string() + ".new");
  const auto give_up = [&] {
    fs::remove_all(draft, fault);
    throw Error("file.not_writable", {made.string(), 0, 0}, message("the folder cannot be written"),
                message("check the path and its permissions"));
  };
  fs::remove_all(draft, fault);
  if (!fs::create_directories(draft, fault)) give_up();
  try {
    write_file(draft / "contract.xml", read_file(files.contract));
    for (const fs::path& values : files.values) {
      write_file(draft / "values.csv", read_file(values));
    }
    std::string words;
    for (const std::string& word : files.words) words += (words.empty() ? "" : " ") + word;
    if (!words.empty()) write_file(draft / "arguments", words + "\n");
    write_file(draft / "expected.tsv", results);
  } catch (const Error&) {
    fs::remove_all(draft, fault);
    throw;
  }
  fs::rename(draft, made, fault);
  if (fault) give_up();
}

}  // namespace

ExitCode record_folder(const Options& options) {
  check_use(options);
  const bool again = is_again(options);
  const fs::path folder = again ? options.sources.contracts.front() : options.output;
  Diagnostics found;
  ContractFiles files;
  if (again) {
    files = contract_files_in(folder, found);
  } else {
    files = {folder, options.sources.contracts.front(), options.sources.values, words_of(options),
             folder / "arguments"};
  }
  Options where = options;
  where.test.paths = {existing_above(folder)};
  const auto read = read_test_materials(where, data_folder(), found);
  std::shared_ptr<const testing::ContractCase> one;
  if (!found.has_errors()) {
    one = load_contract_case(files, {}, package_of(*read, folder), read->materials.packages,
                             options.sources, data_folder(), found);
  }
  if (one != nullptr) found.append(one->faults);
  std::string results;
  if (!found.has_errors()) {
    Diagnostics none_needed;
    testing::Bench bench(read->materials);
    results = testing::recorded_results(
        *one, testing::read_expectations(folder, none_needed).columns, bench, found);
  }
  print_findings(found, options);
  if (found.has_errors()) return ExitCode::not_loaded;
  if (again) {
    write_file(folder / "expected.tsv", results);
  } else {
    write_folder(files, results);
  }
  const auto rows = static_cast<long>(std::count(results.begin(), results.end(), '\n')) - 1;
  write_standard_output(
      render(message("{0}: {1}", folder.string(),
                     plural_message("{0} result recorded", "{0} results recorded", rows, rows)),
             options.language) +
      "\n");
  return ExitCode::done;
}

}  // namespace cpom::cli
