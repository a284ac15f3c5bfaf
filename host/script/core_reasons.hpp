/// The reasons that the rules of the core give, for the message catalogues.
#pragma once

#include <vector>

#include "base/message.hpp"

namespace cpom::script {

/// Every reason in rules/core, word for word.
std::vector<Message> core_reasons();

}  // namespace cpom::script
