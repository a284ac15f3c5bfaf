// Catch2, whichever version the system has: 3, or 2.13 on Debian 12. Tests use the spelling
// of version 3.
#pragma once

#ifdef CPOM_CATCH2_V3

#include <catch2/catch_all.hpp>
using Catch::Approx;

#else

#include <catch2/catch.hpp>

namespace Catch::Matchers {
inline auto ContainsSubstring(const std::string& part) { return Contains(part); }
}  // namespace Catch::Matchers

#endif
