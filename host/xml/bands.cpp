#include "xml/bands.hpp"

#include <utility>

#include "xml/declared.hpp"

namespace cpom::xml {
namespace {

/// Whether from, to and parameter of the band can be read, or are not there.
bool is_readable(const Element& band) {
  return !band.garbled("from") && !band.garbled("to") && !band.garbled("parameter");
}

/// An end of the scale and that of the outermost band on this side have to be the same.
void check_end(const Element& scale, const Element& band, const char* end) {
  const auto wanted = scale.decimal(end);
  const auto found = band.decimal(end);
  if (scale.garbled(end) || band.garbled(end) || wanted == found) return;
  const std::string id = band.text("id");
  if (!found) {
    return band.error(
        "parameter.band_end", "",
        message("the band \"{0}\" has no end at {1}, where the scale ends", id, Figure{*wanted}),
        message("write {0}=\"{1}\"", end, scale.text(end)));
  }
  if (!wanted) {
    return band.error("parameter.band_end", end,
                      message("the band \"{0}\" ends at {1}, and the scale has no end on this side",
                              id, Figure{*found}),
                      message("leave out \"{0}\", or give <bands> the same", end));
  }
  band.error("parameter.band_end", end,
             message("the band \"{0}\" ends at {1}, and the scale at {2}", id, Figure{*found},
                     Figure{*wanted}),
             message("write {0}=\"{1}\"", end, scale.text(end)));
}

void check_width(const Element& band) {
  const auto from = band.decimal("from");
  const auto to = band.decimal("to");
  if (!from || !to || *from < *to) return;
  band.error(
      "parameter.band_reversed", "to",
      message("the band \"{0}\" goes from {1} to {2}", band.text("id"), Figure{*from}, Figure{*to}),
      message("bands stand in the order of rising values, and each has a width"));
}

/// Where one band ends, the next begins.
void check_seam(const Element& lower, const Element& upper) {
  const auto end = lower.decimal("to");
  const auto start = upper.decimal("from");
  const bool garbled = lower.garbled("to") || upper.garbled("from");
  if (garbled || (end && start && *end == *start)) return;
  const std::string above = upper.text("id");
  const std::string below = lower.text("id");
  if (!start) {
    return upper.error("parameter.band_gap", "",
                       message("the band \"{0}\" does not say where it begins", above),
                       message("only the lowest band may leave out \"from\""));
  }
  if (!end) {
    return lower.error("parameter.band_gap", "",
                       message("the band \"{0}\" does not say where it ends", below),
                       message("only the highest band may leave out \"to\""));
  }
  if (*end < *start) {
    return upper.error("parameter.band_gap", "from",
                       message("nothing covers the values from {0}, where the band \"{1}\" ends, "
                               "to {2}, where \"{3}\" begins",
                               Figure{*end}, below, Figure{*start}, above),
                       message("let one begin where the other ends"));
  }
  upper.error("parameter.band_overlap", "from",
              message("the band \"{0}\" begins at {1}, before \"{2}\" ends at {3}", above,
                      Figure{*start}, below, Figure{*end}),
              message("let one begin where the other ends"));
}

void check_parameter(const Element& band, bool lowest) {
  const bool named = band.has("parameter");
  if (lowest && named) {
    band.error("parameter.band_parameter", "parameter",
               message("the lowest band begins where the scale does, not at a threshold"),
               message("remove \"{0}\"", "parameter"));
  } else if (!lowest && band.lacks("parameter")) {
    band.error("parameter.band_parameter", "",
               message("the threshold of the band \"{0}\" has no name", band.text("id")),
               message("add parameter=\"…\": rules and other layers know the threshold by it"));
  }
}

model::Parameter read_threshold(const Element& band, model::Layer layer) {
  model::Parameter parameter;
  parameter.name = band.text("parameter");
  parameter.value = band.decimal("from").value_or(0);
  parameter.locked = band.flag("locked");
  parameter.assumption = band.flag("assumption");
  parameter.reason = band.text("reason");
  parameter.layer = layer;
  parameter.where = band.where();
  return parameter;
}

}  // namespace

BandsRead read_bands(const Element& element, model::Layer layer) {
  BandsRead read;
  read.bands.name = element.text("name");
  read.bands.from = element.decimal("from");
  read.bands.to = element.decimal("to");
  read.bands.where = element.where();
  const std::vector<Element> bands = element.children("band");
  Declared ids;
  for (std::size_t i = 0; i < bands.size(); ++i) {
    ids.add(bands[i], "id", "parameter.duplicate_band");
    check_width(bands[i]);
    // Between bands may stand one that could not be read.
    if (element.intact()) check_parameter(bands[i], i == 0);
    if (element.intact() && i > 0) check_seam(bands[i - 1], bands[i]);
    if (i == 0 || !is_readable(bands[i])) continue;
    read.parameters.push_back(read_threshold(bands[i], layer));
    read.elements.push_back(bands[i]);
    read.bands.thresholds.push_back(read.parameters.back().name);
  }
  if (bands.empty() || !element.intact()) return read;
  check_end(element, bands.front(), "from");
  check_end(element, bands.back(), "to");
  return read;
}

}  // namespace cpom::xml
