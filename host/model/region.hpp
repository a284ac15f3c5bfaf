/// The regions of France in the official geographic code.
#pragma once

#include <string_view>

namespace cpom::model {

/// Whether \a code is that of a region: of today, of before 2016 (which contracts of 2015 still
/// name), or of an overseas collectivity that an agency covers.
bool is_region(std::string_view code);

}  // namespace cpom::model
