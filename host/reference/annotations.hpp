/// Annotation files (LuaCATS) that tell an editor what rules may use, receive and return.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/language.hpp"
#include "reference/names.hpp"

namespace cpom::reference {

struct TextFile {
  std::string name;
  std::string text;
};

/// Every file that annotations() writes begins with it.
inline constexpr std::string_view annotation_head = "---@meta\n-- cpom stubs";

/// api.lua (functions), rules.lua (what rule files and manifests are made of) and tests.lua (the
/// functions of specs). With \a names the indicators, statuses and parameters are those of that
/// contract, and no others; without, any text.
std::vector<TextFile> annotations(Language language, const ContractNames* names = nullptr);

}  // namespace cpom::reference
