/// The settings.xml of packages, each read once.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "base/diagnostic.hpp"
#include "script/packages.hpp"
#include "xml/readers.hpp"

namespace cpom::plugin {

/// The bytes of the file; nullopt when it cannot be read, which \a found then tells.
std::optional<std::string> read_bytes(const std::filesystem::path& file, Diagnostics& found);

class SettingsFiles {
 public:
  /// Empty when \a package has no settings.xml, or one that cannot be used; its faults go to
  /// \a found at the first call. \a package must outlive the object.
  const xml::Settings& of(const script::Package& package, Diagnostics& found);

 private:
  std::map<const script::Package*, xml::Settings> read_;
};

}  // namespace cpom::plugin
