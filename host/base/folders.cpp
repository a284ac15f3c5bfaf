#include "base/folders.hpp"

#include <system_error>

namespace cpom {

bool is_left_out(const std::filesystem::path& folder) {
  const std::string name = folder.filename().string();
  if (name.starts_with('.') || name == "node_modules") return true;
  std::error_code ignored;
  return std::filesystem::exists(folder / "CMakeCache.txt", ignored) ||
         std::filesystem::exists(folder / "CACHEDIR.TAG", ignored);
}

}  // namespace cpom
