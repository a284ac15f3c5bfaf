#include <algorithm>
#include <utility>

#include "base/names.hpp"
#include "xml/model_parts.hpp"

namespace cpom::xml {
namespace {

/// Faults after which a contract can still be used: it is said what it says, if oddly. And what
/// cpom check finds odd in packages that can be used.
const std::vector<std::string>& free_codes() {
  static const std::vector<std::string> codes = {
      "contract.amendment_before_signature",
      "contract.conflicting_amendments",
      "contract.other_label",
      "contract.outside_model",
      "contract.retroactive_target",
      "contract.signed_after_end",
      "contract.strand_without_values",
      "contract.target_missing",
      "indicator.count_decimals",
      "indicator.percent_bounds",
      "package.applies_nowhere",
      "parameter.fraction",
      "parameter.outside_bounds",
      "parameter.overridden",
      "parameter.unused",
      "rule.fraction",
      "rule.no_reason",
      "rule.no_result",
      "rule.outside_bounds",
      "rule.overridden",
      "rule.status_never",
      "rule.unreachable",
      "rule.unused",
      "rule.unused_input",
  };
  return codes;
}

/// All of them: a reader who guessed wrong needs to see what there is.
std::string listed(const std::vector<std::string>& codes) {
  std::string list;
  for (const std::string& code : codes) list += (list.empty() ? "" : ", ") + code;
  return list;
}

void check_code(const Element& element, const std::string& code) {
  const auto& codes = free_codes();
  if (code.empty() || std::find(codes.begin(), codes.end(), code) != codes.end()) return;
  const std::string nearest = nearest_name(code, codes);
  element.error("model.severity_code", "code",
                message("the severity of \"{0}\" cannot be set: either there is no such fault, or "
                        "a contract that has it cannot be used",
                        code),
                nearest.empty() ? message("those that can be set: {0}", listed(codes))
                                : message("did you mean \"{0}\"?", nearest));
}

}  // namespace

std::map<std::string, Severity, std::less<>> read_severities(const Element& list) {
  std::map<std::string, Severity, std::less<>> severities;
  Declared codes;
  for (const Element& element : list.children("severity")) {
    const std::string code = element.text("code");
    check_code(element, code);
    if (!codes.add(element, "code", "model.duplicate_id")) continue;
    if (const auto level = element.word<Severity>("level")) severities[code] = *level;
  }
  return severities;
}

}  // namespace cpom::xml
