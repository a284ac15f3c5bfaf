// The pages of the codes of findings (host/help/*.md), compiled into the program.
#pragma once

namespace cpom {

extern const unsigned char help_pages[];
extern const unsigned long help_pages_size;

}  // namespace cpom
