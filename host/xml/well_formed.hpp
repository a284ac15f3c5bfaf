/// Whether a text is well-formed XML 1.0, and if not, where and why: what pugixml lets pass.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.hpp"

namespace cpom::xml {

struct FormFault {
  std::size_t offset = 0;
  std::string code;
  Message what;
  Message remedy;
};

struct FormCheck {
  /// In the order of the text.
  std::vector<FormFault> faults;
  /// Offsets of the names of attributes whose value cannot be trusted.
  std::set<std::size_t> damaged_attributes;
  /// False when no tree can be made of the text; the last fault then tells why. Undefined
  /// references and attributes given twice leave it true.
  bool readable = true;
};

/// \a text is UTF-8. One pass, no recursion; at most 64 levels.
FormCheck check_form(std::string_view text);

}  // namespace cpom::xml
