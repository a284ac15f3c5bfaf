// The files of host/scaffold/templates, compiled into the program.
#pragma once

namespace cpom::scaffold {

struct EmbeddedFile {
  const char* path;
  const unsigned char* bytes;
  unsigned long size;
};

extern const EmbeddedFile embedded_templates[];
extern const unsigned long embedded_template_count;

}  // namespace cpom::scaffold
