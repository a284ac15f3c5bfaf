/// string.format, as far as rules need it.
#pragma once

#include <lua.h>

namespace cpom::lua {

/// string.format(form, ...): %d %s %f %g %%, with the flags - + space 0, a width and a precision
/// of at most two digits. In any locale with a point, never with an address.
int format(lua_State* L);

}  // namespace cpom::lua
