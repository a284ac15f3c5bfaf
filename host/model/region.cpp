#include "model/region.hpp"

#include <algorithm>
#include <array>

namespace cpom::model {

bool is_region(std::string_view code) {
  constexpr std::array<std::string_view, 18> regions = {"01", "02", "03", "04", "06", "11",
                                                        "24", "27", "28", "32", "44", "52",
                                                        "53", "75", "76", "84", "93", "94"};
  constexpr std::array<std::string_view, 16> before_2016 = {"21", "22", "23", "25", "26", "31",
                                                            "41", "42", "43", "54", "72", "73",
                                                            "74", "82", "83", "91"};
  constexpr std::array<std::string_view, 3> collectivities = {"975", "977", "978"};
  const auto is_in = [&](const auto& list) {
    return std::find(list.begin(), list.end(), code) != list.end();
  };
  return is_in(regions) || is_in(before_2016) || is_in(collectivities);
}

}  // namespace cpom::model
