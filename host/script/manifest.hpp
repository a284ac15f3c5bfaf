/// package.lua: what a package says of itself.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "lua/state.hpp"
#include "script/packages.hpp"

namespace cpom::script {

/// Those that a manifest of some layer may have, each once.
std::vector<std::string> manifest_keys();

/// Reads the manifest in \a source, which is data and sees no name. All its faults are told at
/// once; what could be read comes back in spite of them, so that a contract can be told which of
/// its packages is of no use. nullopt when it returns no table. \a state serves as a place to run
/// it in.
std::optional<Package> read_manifest(const lua::State& state, std::string_view source,
                                     const std::string& file, Diagnostics& found);

}  // namespace cpom::script
