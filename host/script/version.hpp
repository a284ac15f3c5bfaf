/// Versions of packages: three numbers, compared from the first on.
#pragma once

#include <array>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace cpom::script {

struct Version {
  std::array<int, 3> numbers = {};

  bool operator==(const Version&) const = default;
  bool operator<(const Version& other) const { return numbers < other.numbers; }
};

/// "1", "1.2" or "1.2.0"; nullopt for anything else, and for a number of more than six digits.
std::optional<Version> parse_version(std::string_view text);

/// "1.2.0".
std::string text_of(const Version& version);

}  // namespace cpom::script
