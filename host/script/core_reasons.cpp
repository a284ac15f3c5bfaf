#include "script/core_reasons.hpp"

namespace cpom::script {

// The message catalogues are made by reading C++; what rules in Lua say to people is repeated here
// so that it gets there. A test compares this list with rules/core.
std::vector<Message> core_reasons() {
  return {
      message("a milestone is reached (1) or it is not (0)"),
      message("a weight is negative"),
      message("an event cannot have taken place a negative number of times"),
      message("neither a mean nor a total with its number of cases was supplied"),
      message("no indicator has a weight"),
      message("not every year has a status yet"),
      message("one of the two rates was not supplied"),
      message("the baseline is 0: there is no rate of change from it"),
      message("the baseline is negative: there is no rate of change from it"),
      message("the corridor has no bound"),
      message("the denominator is 0"),
      message("the figure of the constraint was not supplied"),
      message("the rate was not supplied"),
      message("the last year has no status yet"),
      message("the quantity to attain is 0"),
  };
}

}  // namespace cpom::script
