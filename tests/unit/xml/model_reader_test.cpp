#include "support/catch.hpp"
#include "unit/xml/documents.hpp"

using namespace cpom;
using namespace cpom::test;

namespace {

/// The one fault of the small model with \a what replaced, without file and code.
std::string fault(const std::string& what, const std::string& by) {
  const Faults faults = faults_of_model(replaced(small_model, what, by));
  if (faults.size() != 1) return std::to_string(faults.size()) + " faults";
  return faults[0].substr(faults[0].find(": ") + 2);
}

}  // namespace

TEST_CASE("model reader: the head of a model") {
  const model::Model& read = read_small_model();
  CHECK(read.id == "small");
  CHECK(read.family == "etat-ars");
  CHECK(read.generation == "2024-2026");
  CHECK(read.valid_from == make_date(2024, 1, 1));
  CHECK(read.valid_to == make_date(2026, 12, 31));
  CHECK(read.available == RelativeDate{1, 1, 31});
  CHECK(read.review == RelativeDate{1, 3, 15});
  CHECK(read.classify_rule == "standard");
  CHECK(read.rollup_rule == "weighted_mean");
  CHECK(text_of(read.where) == "m.xml:2:1");
}

TEST_CASE("model reader: names of rules and sentences of assumptions") {
  Diagnostics found;
  const std::string text =
      replaced(replaced(small_model, " valid-from",
                        " rollup=\"worst\" weather=\"w\" classify=\"c\" valid-from"),
               "<levels>", "<assumption>Un\n   <!-- et -->deux &amp; trois</assumption><levels>");
  const auto read = xml::read_model(text, "m.xml", found);
  REQUIRE(read);
  CHECK(read->rollup_rule == "worst");
  CHECK(read->weather_rule == "w");
  CHECK(read->classify_rule == "c");
  CHECK(read->assumptions == std::vector<std::string>{"Un deux & trois"});
}

TEST_CASE("model reader: scales, hierarchy, territories, parameters") {
  const model::Model& read = read_small_model();
  REQUIRE(read.statuses.size() == 2);
  CHECK(read.statuses[0].label_en == "Reached");
  CHECK(read.statuses[0].points == 100);
  CHECK(read.statuses[0].assumption);
  CHECK(read.statuses[1].tone == model::Tone::bad);
  CHECK_FALSE(read.statuses[1].points);
  CHECK_FALSE(read.statuses[1].assumption);
  CHECK(read.weathers[0].symbol == "☀");
  CHECK(read.levels[1].label == "Objectif");
  CHECK(read.objectives[1].parent == "A");
  CHECK(read.objectives[1].lead_directorates == std::vector<std::string>{"DGS", "DGOS"});
  CHECK(read.objectives[1].dialogues == std::vector<std::string>{"DDG numérique"});
  CHECK(read.territories[0].regions == std::vector<std::string>{"04", "06"});
  CHECK(read.groups[0].label == "Plan");
  REQUIRE(read.parameters.size() == 1);
  CHECK(read.parameters[0].locked);
  CHECK(read.parameters[0].assumption);
  CHECK(read.parameters[0].reason == "aucun texte");
  CHECK(read.parameters[0].layer == model::Layer::model);
}

TEST_CASE("model reader: an indicator with all it may say") {
  const model::Indicator& read = *read_small_model().indicator("1.a");
  CHECK(read.objective == "1");
  CHECK(read.theme == "Vaccination");
  CHECK(read.kind == model::IndicatorKind::common);
  CHECK(read.label == "Taux");
  CHECK(read.form == "share");
  CHECK(read.unit == "percent");
  CHECK(read.decimals == 1);
  CHECK(read.direction == model::Direction::higher);
  CHECK(read.suppliers == std::vector<std::string>{"DGS", "SPF/ORS"});
  CHECK(read.sources == std::vector<std::string>{"SNDS"});
  CHECK(read.pilots == std::vector<std::string>{"ARS"});
  CHECK(read.available == RelativeDate{1, 2, 28});
  CHECK(read.minimum == 0);
  CHECK(read.maximum == 100);
  CHECK(read.weight == 2);
  CHECK(read.secured);
  CHECK(read.groups == std::vector<std::string>{"plan"});
  CHECK(read.note == "vérifié");
  CHECK(read.assumptions == std::set<std::string>{"direction", "form"});
  CHECK_FALSE(read.added);
  CHECK(read.where.line == 19);
}

TEST_CASE("model reader: what an indicator does not say") {
  const model::Indicator& read = *read_small_model().indicator("2.b");
  CHECK(read.theme.empty());
  CHECK_FALSE(read.available);
  CHECK(read.territory.empty());
  CHECK_FALSE(read.first_year);
  CHECK(read.weight == 1);
  CHECK_FALSE(read.secured);
  CHECK_FALSE(read.placeholder);
  REQUIRE(read.components.size() == 2);
  CHECK(read.components[1].id == "least");
  CHECK(read_small_model().indicator("1.d")->placeholder);
  CHECK(read_small_model().indicator("2.a")->first_year == 2025);
}

TEST_CASE("model reader: form, unit, decimals and direction are wanted, each by name") {
  CHECK(fault("form=\"count\" unit=\"count\" decimals=\"0\" direction=\"corridor\"",
              "form=\"count\" unit=\"count\" decimals=\"0\"") ==
        "error: indicator \"1.b\" has no \"direction\" (known: higher, lower, corridor, maintain) "
        "[model.missing_definition]");
  CHECK(faults_of_model(replaced(small_model,
                                 " form=\"count\" unit=\"count\" decimals=\"0\" "
                                 "direction=\"corridor\"",
                                 ""))
            .size() == 4);
}

TEST_CASE("model reader: a placeholder and a context indicator need less") {
  CHECK(fault("placeholder=\"true\"", "placeholder=\"false\"") == "4 faults");
  CHECK(fault("kind=\"context\"", "kind=\"common\"") ==
        "error: indicator \"1.e\" has no \"direction\" (known: higher, lower, corridor, maintain) "
        "[model.missing_definition]");
}

TEST_CASE("model reader: a code or id stands once") {
  CHECK(fault("code=\"1.b\"", "code=\"1.a\"") ==
        "error: \"1.a\" was already used in line 19 (give one of the two another name, or remove "
        "it) [model.duplicate_indicator]");
  CHECK(fault("id=\"missed\"", "id=\"reached\"") ==
        "error: \"reached\" was already used in line 6 (give one of the two another name, or "
        "remove it) [model.duplicate_id]");
  CHECK(fault("id=\"least\"", "id=\"most\"") ==
        "error: \"most\" was already used in line 29 (give one of the two another name, or remove "
        "it) [model.duplicate_id]");
}

TEST_CASE("model reader: what is referred to exists") {
  CHECK(fault("objective=\"2\" kind=\"common\" label=\"Cases\"",
              "objective=\"3\" kind=\"common\" label=\"Cases\"") ==
        "error: there is no objective \"3\" (known: A, 1, 2) [model.unknown_objective]");
  CHECK(fault("parent=\"A\"", "parent=\"a\"") ==
        "error: there is no objective \"a\" (did you mean \"A\"?) [model.unknown_objective]");
  CHECK(fault("level=\"axis\"", "level=\"axe\"") ==
        "error: there is no level \"axe\" (known: axis, objective) [model.unknown_level]");
  CHECK(fault("territory=\"overseas\"", "territory=\"oversea\"") ==
        "error: there is no territory \"oversea\" (did you mean \"overseas\"?) "
        "[model.unknown_territory]");
  CHECK(fault("groups=\"plan\"", "groups=\"plan bloc\"") ==
        "error: there is no group \"bloc\" (known: plan) [model.unknown_group]");
  CHECK(fault("<groups><group id=\"plan\" label=\"Plan\"/></groups>", "") ==
        "error: there is no group \"plan\" (none is declared) [model.unknown_group]");
  CHECK(fault("value=\"50\"", "value=\"50\" indicator=\"1.f\"") ==
        "error: there is no indicator \"1.f\" (did you mean \"1.a\"?) "
        "[parameter.unknown_indicator]");
}

TEST_CASE("model reader: the parents of an objective lead upwards") {
  CHECK(fault("<objective id=\"A\"", "<objective id=\"A\" parent=\"1\"") ==
        "error: the parents of objective \"A\" go in a circle: A → 1 → A (leave out \"parent\" at "
        "the top of the hierarchy) [model.objective_cycle]");
  CHECK(fault("<objective id=\"A\"", "<objective id=\"A\" parent=\"A\"") ==
        "error: the parents of objective \"A\" go in a circle: A → A (leave out \"parent\" at the "
        "top of the hierarchy) [model.objective_cycle]");
  CHECK(fault("label=\"Deux\"", "label=\"Deux\" parent=\"1\"") ==
        "error: the parent \"1\" is of the level \"objective\", which is not above \"objective\" "
        "(levels go from the highest to the lowest, as <levels> lists them) "
        "[model.objective_level]");
}

TEST_CASE("model reader: bounds, years and the period have an order") {
  CHECK(fault("minimum=\"0\"", "minimum=\"200\"") ==
        "error: the minimum 200 is greater than the maximum 100 (exchange them, or correct one) "
        "[model.bounds_reversed]");
  CHECK(fault("from=\"2025\"", "from=\"2025\" to=\"2024\"") ==
        "error: the last year, 2024, is before the first, 2025 (exchange them, or correct one) "
        "[model.years_reversed]");
  CHECK(fault("valid-to=\"2026-12-31\"", "valid-to=\"2023-12-31\"") ==
        "error: the model ends on 2023-12-31, before it starts on 2024-01-01 (correct one of the "
        "two days) [model.period_reversed]");
}

TEST_CASE("model reader: no status is called like an outcome") {
  for (const char* reserved :
       {"not_applicable", "context", "void", "observed", "target_pending", "not_due", "awaited",
        "late", "invalid", "not_computable", "rule_error", "classified"}) {
    CAPTURE(reserved);
    CHECK(fault("id=\"missed\"", "id=\"" + std::string(reserved) + "\"") ==
          "error: \"" + std::string(reserved) +
              "\" is what the program calls an outcome without status (give the status another "
              "id) [model.reserved_status]");
  }
}

TEST_CASE("model reader: a unit that is almost a known one is a warning") {
  Diagnostics found;
  const auto read = xml::read_model(replaced(small_model, "unit=\"percent\"", "unit=\"per-cent\""),
                                    "m.xml", found);
  CHECK(read.has_value());
  CHECK(said(found) ==
        Faults{"m.xml:19:101: warning: the unit \"per-cent\" is not known and will be shown as it "
               "is (did you mean \"percent\"?) [model.unit]"});
  CHECK(faults_of_model(replaced(small_model, "unit=\"percent\"", "unit=\"t CO2/m2\"")).empty());
}

TEST_CASE("model reader: no model comes back when there is an error") {
  Diagnostics found;
  CHECK_FALSE(
      xml::read_model(replaced(small_model, "code=\"1.b\"", "code=\"1.a\""), "m.xml", found));
  CHECK_FALSE(xml::read_model("", "m.xml", found));
  CHECK(found.count(Severity::error) == 2);
}

TEST_CASE("model reader: what the texts say of objectives and indicators besides") {
  Diagnostics found;
  const std::string text =
      replaced(replaced(small_model, "label=\"Deux\"",
                        "label=\"Deux\" category=\"metier\" territory=\"overseas\" groups=\"plan\" "
                        "from=\"2024\" to=\"2025\""),
               "label=\"Lits\"",
               "label=\"Lits\" typology=\"partnership\" plan=\"A ; B\" successor-of=\"9.z\" "
               "confidence=\"low\"");
  const auto read = xml::read_model(text, "m.xml", found);
  REQUIRE(read);
  const model::Objective& objective = *read->objective("2");
  CHECK(objective.category == "metier");
  CHECK(objective.territory == "overseas");
  CHECK(objective.groups == std::vector<std::string>{"plan"});
  CHECK(objective.first_year == 2024);
  CHECK(objective.last_year == 2025);
  const model::Indicator& indicator = *read->indicator("1.b");
  CHECK(indicator.typology == model::Typology::partnership);
  CHECK(indicator.plans == std::vector<std::string>{"A", "B"});
  CHECK(indicator.successor_of == "9.z");
  CHECK(indicator.confidence == model::Confidence::low);
  CHECK_FALSE(read->indicator("1.a")->confidence);
}

TEST_CASE("model reader: steps of the calendar") {
  Diagnostics found;
  const auto read = xml::read_model(
      replaced(small_model, "</model>",
               "<calendar><step id=\"a\" label=\"Échange\" kind=\"window\" actor=\"ARS ; DGS\" "
               "stated=\"en mars\" from=\"N+1-03-01\" to=\"N+1-03-31\" scope=\"tout\" "
               "objective=\"1\" source=\"Note\"/><step id=\"b\" label=\"Envoi\" "
               "kind=\"relative\" stated=\"5 jours avant\" before=\"a\" days=\"5\" "
               "contradicts=\"a\"/></calendar></model>"),
      "m.xml", found);
  REQUIRE(read);
  REQUIRE(read->calendar.size() == 2);
  const model::Step& first = read->calendar[0];
  CHECK(first.actors == std::vector<std::string>{"ARS", "DGS"});
  CHECK(first.from == model::Moment{RelativeDate{1, 3, 1}});
  CHECK(first.to == model::Moment{RelativeDate{1, 3, 31}});
  CHECK(first.scope == "tout");
  CHECK(first.objective == "1");
  const model::Step& second = *read->step("b");
  CHECK(second.before == "a");
  CHECK(second.days == 5);
  CHECK(second.contradicts == "a");
  CHECK_FALSE(second.to);
}
