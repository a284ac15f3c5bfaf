#include "plugin/settings_files.hpp"

#include <utility>

#include "base/files.hpp"

namespace cpom::plugin {

std::optional<std::string> read_bytes(const std::filesystem::path& file, Diagnostics& found) {
  try {
    return read_file(file);
  } catch (const Error& fault) {
    found.add(fault.diagnostic());
    return std::nullopt;
  }
}

const xml::Settings& SettingsFiles::of(const script::Package& package, Diagnostics& found) {
  const auto [known, is_new] = read_.try_emplace(&package);
  if (!is_new || package.settings.empty()) return known->second;
  if (const auto bytes = read_bytes(package.settings, found)) {
    auto settings = xml::read_settings(*bytes, package.settings.string(), package.layer, found);
    if (settings) known->second = *std::move(settings);
  }
  return known->second;
}

}  // namespace cpom::plugin
