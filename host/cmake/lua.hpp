// Lua's headers for C++, without the extern "C" of upstream's lua.hpp: Lua is compiled as C++.
#pragma once

#include "lua.h"

#include "lauxlib.h"
#include "lualib.h"
