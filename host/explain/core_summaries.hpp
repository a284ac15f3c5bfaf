/// The summaries of the rules of the core, for the message catalogues.
#pragma once

#include <vector>

#include "base/message.hpp"

namespace cpom::explain {

/// Every summary in rules/core, word for word.
std::vector<Message> core_summaries();

}  // namespace cpom::explain
