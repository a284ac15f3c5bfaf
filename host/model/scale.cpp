#include "model/scale.hpp"

namespace cpom::model {

const std::vector<std::string>& unjudged_outcomes() {
  static const std::vector<std::string> codes = {
      "not_applicable", "context", "void",    "observed",       "target_pending", "not_due",
      "awaited",        "late",    "invalid", "not_computable", "rule_error"};
  return codes;
}

}  // namespace cpom::model
