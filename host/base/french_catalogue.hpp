// The French message catalogue (host/messages/fr.po), compiled into the program.
#pragma once

namespace cpom {

extern const unsigned char french_catalogue[];  // a GNU .mo file
extern const unsigned long french_catalogue_size;

}  // namespace cpom
