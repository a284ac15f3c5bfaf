/// The functions of specs, as they are registered; see spec.hpp.
#pragma once

#include "lua/library.hpp"

namespace cpom::testing {

/// describe, it, expect, rule…
lua::Library spec_library();

/// What expect(…) gives: equal, near…
lua::Library expectation_library();

}  // namespace cpom::testing
