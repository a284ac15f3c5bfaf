/// The reference of what rules may use, receive and return, as one page of Markdown.
#pragma once

#include <string>
#include <vector>

#include "base/language.hpp"

namespace cpom::reference {

/// A parameter of the shipped settings.
struct SettingRow {
  std::string name;
  /// As it is written in the settings.
  std::string value;
  std::string text;
  /// Ids of the rules that need it.
  std::vector<std::string> rules;
};

/// \a settings are those of the core.
std::string manual(Language language, const std::vector<SettingRow>& settings);

}  // namespace cpom::reference
