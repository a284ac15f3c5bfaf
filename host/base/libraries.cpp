#include "base/libraries.hpp"

#include <algorithm>

#include <boost/version.hpp>
#include <utf8proc.h>

namespace cpom {

std::string base_libraries() {
  std::string boost = BOOST_LIB_VERSION;
  std::replace(boost.begin(), boost.end(), '_', '.');
  return "Boost " + boost + ", utf8proc " + utf8proc_version();
}

}  // namespace cpom
