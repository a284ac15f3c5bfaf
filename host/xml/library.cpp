#include "xml/library.hpp"

#include <pugixml.hpp>

namespace cpom::xml {

std::string xml_library() {
  // 1130 is 1.13.
  constexpr int major = PUGIXML_VERSION / 1000;
  constexpr int minor = PUGIXML_VERSION % 1000 / 10;
  return "pugixml " + std::to_string(major) + "." + std::to_string(minor);
}

}  // namespace cpom::xml
