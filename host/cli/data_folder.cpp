#include "cli/data_folder.hpp"

#include <cstdlib>
#include <system_error>

namespace cpom::cli {
namespace {

namespace fs = std::filesystem;

fs::path plain(const fs::path& path) {
  std::error_code ignored;
  const fs::path absolute = fs::absolute(path, ignored);
  return (ignored ? path : absolute).lexically_normal();
}

bool is_shipped(const fs::path& below_data) {
  if (below_data.empty()) return false;
  const fs::path first = *below_data.begin();
  return first == "rules" || first == "contracts" || first == "plugins";
}

}  // namespace

DataFolder find_data_folder() {
  const char* const chosen = std::getenv("CPOM_DATA");
  if (chosen != nullptr && *chosen != '\0') return {plain(chosen), DataSource::environment};
  std::error_code fault;
  const fs::path program = fs::read_symlink("/proc/self/exe", fault);
  if (!fault) {
    const fs::path installed = program.parent_path().parent_path() / "share" / "cpom";
    if (fs::is_directory(installed, fault)) return {installed, DataSource::installed};
  }
  return {CPOM_SOURCE_DIR, DataSource::sources};
}

fs::path data_folder() { return find_data_folder().path; }

std::function<std::string(const std::string&, const std::string&)> report_file_names(
    const fs::path& data) {
  return [data = plain(data)](const std::string& file, const std::string& contract_file) {
    const fs::path whole = plain(file);
    const fs::path below_data = whole.lexically_relative(data);
    if (is_shipped(below_data)) return below_data.generic_string();
    const fs::path near = whole.lexically_relative(plain(contract_file).parent_path());
    return near.empty() ? whole.generic_string() : near.generic_string();
  };
}

}  // namespace cpom::cli
