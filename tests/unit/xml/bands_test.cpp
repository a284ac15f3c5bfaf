// Scales cut into bands, in settings and in a model.
#include "support/catch.hpp"
#include "unit/xml/documents.hpp"

using namespace cpom;
using namespace cpom::test;

namespace {

std::optional<xml::Settings> read(const std::string& content, Diagnostics& found) {
  return xml::read_settings("<settings>\n" + content + "</settings>", "s.xml", model::Layer::region,
                            found);
}

std::string bands(const std::string& ends, const std::string& content) {
  return "<bands name=\"tier\" " + ends + ">" + content + "</bands>";
}

/// The one fault, without file and place.
std::string fault(const std::string& content) {
  Diagnostics found;
  read(content, found);
  const Faults faults = said(found);
  if (faults.size() != 1) return std::to_string(faults.size()) + " faults";
  return faults[0].substr(faults[0].find(": ") + 2);
}

}  // namespace

TEST_CASE("bands: each threshold is a parameter, the scale keeps their order and its ends") {
  Diagnostics found;
  const auto settings = read(
      "<bands name=\"tier\" from=\"0\">\n"
      "<band id=\"one\" from=\"0\" to=\"10\"/>\n"
      "<band id=\"two\" from=\"10\" to=\"20.5\" parameter=\"two_from\" assumption=\"true\" "
      "reason=\"inventé\" locked=\"true\"/>\n"
      "<band id=\"three\" from=\"20.5\" parameter=\"three_from\"/>\n"
      "</bands>\n<parameter name=\"other\" value=\"1\"/>",
      found);
  CHECK(found.empty());
  REQUIRE(settings);
  REQUIRE(settings->bands.size() == 1);
  const model::Bands& scale = settings->bands[0];
  CHECK(scale.name == "tier");
  CHECK(scale.from == 0);
  CHECK_FALSE(scale.to);
  CHECK(scale.thresholds == std::vector<std::string>{"two_from", "three_from"});
  CHECK(text_of(scale.where) == "s.xml:2:1");
  REQUIRE(settings->parameters.size() == 3);
  const model::Parameter& two = settings->parameters[0];
  CHECK(two.name == "two_from");
  CHECK(two.value == 10);
  CHECK(two.assumption);
  CHECK(two.reason == "inventé");
  CHECK(two.locked);
  CHECK(two.layer == model::Layer::region);
  CHECK(text_of(two.where) == "s.xml:4:1");
  CHECK(settings->parameters[1].value == 20.5);
  CHECK(settings->parameters[2].name == "other");
}

TEST_CASE("bands: a model has them too, beside its parameters") {
  const std::string text = replaced(small_model, "</parameters>",
                                    bands("",
                                          "<band id=\"low\" to=\"5\"/><band id=\"high\" "
                                          "from=\"5\" parameter=\"high_from\"/>") +
                                        "</parameters>");
  Diagnostics found;
  const auto model = xml::read_model(text, "m.xml", found);
  REQUIRE(model);
  REQUIRE(model->bands.size() == 1);
  CHECK(model->parameters.at(1).name == "high_from");
  CHECK(model->parameters.at(1).layer == model::Layer::model);
}

TEST_CASE("bands: they leave no gap and do not overlap") {
  const std::string low = "<band id=\"low\" to=\"10\"/>";
  CHECK(fault(bands("", low + "<band id=\"high\" from=\"12\" parameter=\"p\"/>")) ==
        "error: nothing covers the values from 10, where the band \"low\" ends, to 12, where "
        "\"high\" begins (let one begin where the other ends) [parameter.band_gap]");
  CHECK(fault(bands("", low + "<band id=\"high\" from=\"9\" parameter=\"p\"/>")) ==
        "error: the band \"high\" begins at 9, before \"low\" ends at 10 (let one begin where the "
        "other ends) [parameter.band_overlap]");
  CHECK(fault(bands("", low + "<band id=\"high\" parameter=\"p\"/>")) ==
        "error: the band \"high\" does not say where it begins (only the lowest band may leave out "
        "\"from\") [parameter.band_gap]");
  CHECK(fault(bands("", "<band id=\"low\"/><band id=\"high\" from=\"9\" parameter=\"p\"/>")) ==
        "error: the band \"low\" does not say where it ends (only the highest band may leave out "
        "\"to\") [parameter.band_gap]");
  CHECK(fault(bands("to=\"10\"", low + "<band id=\"high\" from=\"10\" to=\"10\" "
                                       "parameter=\"p\"/>")) ==
        "error: the band \"high\" goes from 10 to 10 (bands stand in the order of rising values, "
        "and each has a width) [parameter.band_reversed]");
}

TEST_CASE("bands: the outermost meet the ends of the scale") {
  CHECK(fault(bands("to=\"100\"", "<band id=\"low\" to=\"90\"/>")) ==
        "error: the band \"low\" ends at 90, and the scale at 100 (write to=\"100\") "
        "[parameter.band_end]");
  CHECK(fault(bands("from=\"0\"", "<band id=\"low\"/>")) ==
        "error: the band \"low\" has no end at 0, where the scale ends (write from=\"0\") "
        "[parameter.band_end]");
  CHECK(fault(bands("", "<band id=\"low\" to=\"5\"/>")) ==
        "error: the band \"low\" ends at 5, and the scale has no end on this side (leave out "
        "\"to\", or give <bands> the same) [parameter.band_end]");
}

TEST_CASE("bands: every threshold has a name of its own, the lowest band has no threshold") {
  const std::string low = "<band id=\"low\" to=\"10\"/>";
  CHECK(fault(bands("", low + "<band id=\"high\" from=\"10\"/>")) ==
        "error: the threshold of the band \"high\" has no name (add parameter=\"…\": rules and "
        "other layers know the threshold by it) [parameter.band_parameter]");
  CHECK(fault(bands("from=\"0\"", "<band id=\"low\" from=\"0\" parameter=\"p\"/>")) ==
        "error: the lowest band begins where the scale does, not at a threshold (remove "
        "\"parameter\") [parameter.band_parameter]");
  CHECK(fault(bands("", low + "<band id=\"high\" from=\"10\" parameter=\"p\"/>") +
              "<parameter name=\"p\" value=\"1\"/>") ==
        "error: parameter \"p\" was already set in line 2, for the same scope (keep one of the "
        "two) [parameter.duplicate]");
  CHECK(fault(bands("", low + "<band id=\"low\" from=\"10\" parameter=\"p\"/>")) ==
        "error: \"low\" was already used in line 2 (give one of the two another name, or remove "
        "it) [parameter.duplicate_band]");
  CHECK(fault(bands("", "<band id=\"all\"/>") + bands("", "<band id=\"all\"/>")) ==
        "error: \"tier\" was already used in line 2 (give one of the two another name, or remove "
        "it) [parameter.duplicate_bands]");
}
