#include "explain/core_summaries.hpp"

namespace cpom::explain {

// The message catalogues are made by reading C++; the summaries of rules in Lua are repeated here
// so that they get there. A test compares this list with rules/core.
std::vector<Message> core_summaries() {
  return {
      message("1 when the event took place, 0 when it did not"),
      message("1 when the milestone is reached, 0 when it is not"),
      message("100 × (value − baseline) / baseline"),
      message("100 × numerator / denominator"),
      message("100 × numerator / denominator, while the constraint stays within its limit"),
      message("100 × value / quantity"),
      message("numerator / denominator"),
      message("partly reached from the progress that partial_from says"),
      message("rate of the most favoured − rate of the least favoured"),
      message("reached from the target down; progress from the baseline to the target"),
      message("reached from the target on; progress 100 or 0"),
      message("reached from the target on; progress from the baseline to the target"),
      message(
          "reached within the bounds; outside, progress from the baseline to the nearest bound"),
      message("scale × numerator / denominator, scale being 1000 where none is set"),
      message("sum of weight × points / sum of weights"),
      message("sunny, cloudy, rainy or stormy, from the scores that the parameters say"),
      message("the amount that was supplied"),
      message("the best status if every year has it, otherwise the worst of any year"),
      message("the figure that was published"),
      message("the lowest points of any indicator"),
      message("the number that was supplied"),
      message("the status nearest to the mean points of the years"),
      message("the status of the last year"),
      message("the worst status of any year"),
      message("total duration / number of cases, or the mean that was supplied"),
      message("value − baseline"),
  };
}

}  // namespace cpom::explain
