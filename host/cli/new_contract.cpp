#include "cli/new_contract.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "base/number.hpp"

namespace cpom::cli {
namespace {

using model::Indicator;
using model::LimitSubject;

std::string escaped(std::string_view text) {
  std::string all;
  for (const char c : text) {
    switch (c) {
      case '&': all += "&amp;"; break;
      case '<': all += "&lt;"; break;
      case '"': all += "&quot;"; break;
      default: all += c;
    }
  }
  return all;
}

/// The greatest least number that a limit on \a subject asks for.
int least(const model::Model& model, LimitSubject subject) {
  int number = 0;
  for (const model::Limit& limit : model.limits) {
    if (limit.subject == subject && limit.strand.empty() && limit.minimum) {
      number = std::max(number, *limit.minimum);
    }
  }
  return number;
}

class Choice {
 public:
  Choice(const model::Model& model, const NewOptions& made) : model_(model), made_(made) {}

  /// As few as the limits allow: objectives first, then common ones, then any.
  std::vector<const Indicator*> indicators() {
    const auto objectives =
        static_cast<std::size_t>(std::max(1, least(model_, LimitSubject::objectives)));
    const int common = least(model_, LimitSubject::common_with_target);
    const int all = std::max(
        {least(model_, LimitSubject::indicators), least(model_, LimitSubject::with_target) +
                                                      least(model_, LimitSubject::observed_only) +
                                                      least(model_, LimitSubject::target_pending)});
    take([&](const Indicator& each) {
      return objectives_.size() < objectives && !objectives_.contains(each.objective);
    });
    take([&](const Indicator& each) {
      return common_ < common && each.kind == model::IndicatorKind::common;
    });
    take([&](const Indicator&) { return static_cast<int>(chosen_.size()) < all; });
    return std::move(chosen_);
  }

 private:
  bool is_possible(const Indicator& indicator) const {
    const int first = year_of(made_.start);
    const int last = year_of(made_.end);
    return !indicator.placeholder && indicator.kind != model::IndicatorKind::context &&
           in_territory(indicator) && indicator.first_year.value_or(first) <= first &&
           indicator.last_year.value_or(last) >= last;
  }

  bool in_territory(const Indicator& indicator) const {
    if (indicator.territory.empty()) return true;
    const model::Territory* territory = model_.territory(indicator.territory);
    if (territory == nullptr) return false;
    const auto& regions = territory->regions;
    return std::find(regions.begin(), regions.end(), made_.region) != regions.end();
  }

  template <class Wanted>
  void take(Wanted wanted) {
    for (const Indicator& each : model_.indicators) {
      const bool known = std::find(chosen_.begin(), chosen_.end(), &each) != chosen_.end();
      if (known || !is_possible(each) || !wanted(each)) continue;
      chosen_.push_back(&each);
      objectives_.insert(each.objective);
      if (each.kind == model::IndicatorKind::common) ++common_;
    }
  }

  const model::Model& model_;
  const NewOptions& made_;
  std::vector<const Indicator*> chosen_;
  std::set<std::string> objectives_;
  int common_ = 0;
};

double made_up_target(const Indicator& indicator) {
  double value = indicator.unit == "percent" ? 80 : indicator.unit == "yes_no" ? 1 : 10;
  if (indicator.minimum) value = std::max(value, *indicator.minimum);
  if (indicator.maximum) value = std::min(value, *indicator.maximum);
  return value;
}

std::string target_of(const Indicator& indicator, const std::string& when) {
  const std::string value = decimal_text(made_up_target(indicator));
  const bool corridor = indicator.direction == model::Direction::corridor;
  return "      <target " + when + " " +
         (corridor ? "minimum=\"" + value + "\" maximum=\"" + value + "\"/>\n"
                   : "value=\"" + value + "\"/>\n");
}

std::string targets_of(const Indicator& indicator, const NewOptions& made) {
  const bool whole_years = made.start == make_date(year_of(made.start), 1, 1) &&
                           made.end == make_date(year_of(made.end), 12, 31);
  if (!whole_years) return target_of(indicator, "due=\"" + iso_text(made.end) + "\"");
  std::string text;
  for (int year = year_of(made.start); year <= year_of(made.end); ++year) {
    text += target_of(indicator, "year=\"" + std::to_string(year) + "\"");
  }
  return text;
}

}  // namespace

std::string parties_wanted(const model::Model& model) {
  std::string text;
  if (least(model, LimitSubject::establishment_parties) > 0) {
    text += "    <establishment name=\"Établissement (à compléter)\" finess=\"990000001\"/>\n";
  }
  if (least(model, LimitSubject::coordination_service_parties) > 0) {
    text += "    <coordination-service name=\"DAC (à compléter)\" bearer=\"À compléter\"/>\n";
  }
  if (least(model, LimitSubject::department_council_parties) > 0) {
    text += "    <department-council name=\"À compléter\" department=\"01\"/>\n";
  }
  return text;
}

std::string indicators_wanted(const model::Model& model, const NewOptions& made) {
  const auto chosen = Choice(model, made).indicators();
  const auto pending = static_cast<std::size_t>(least(model, LimitSubject::target_pending));
  const auto observed = static_cast<std::size_t>(least(model, LimitSubject::observed_only));
  const std::string from = "from=\"" + std::to_string(year_of(made.start)) + "\"";
  std::string text;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    const std::size_t left = chosen.size() - i;
    const Indicator& indicator = *chosen[i];
    text += "    <!-- " + escaped(indicator.label) + " -->\n";
    text += "    <indicator code=\"" + indicator.code + "\">\n";
    if (left <= pending) {
      text += "      <target-pending " + from + "/>\n";
    } else if (left <= pending + observed) {
      text += "      <observed-only " + from + "/>\n";
    } else {
      text += targets_of(indicator, made);
    }
    text += "    </indicator>\n";
  }
  return text;
}

}  // namespace cpom::cli
