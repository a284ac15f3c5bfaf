/// Which references, such as &amp; and &#233;, XML defines without a document type.
#pragma once

#include <string_view>

namespace cpom::xml {

/// \a name: what stands between "&" and ";".
bool is_defined_reference(std::string_view name);

}  // namespace cpom::xml
