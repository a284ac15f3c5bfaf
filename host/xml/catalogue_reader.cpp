#include "xml/catalogue_reader.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "xml/model_parts.hpp"
#include "xml/parameters.hpp"
#include "xml/reading.hpp"

namespace cpom::xml {
namespace {

bool is_in(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

class CatalogueReader {
 public:
  CatalogueReader(const Element& root, const model::Model& model, model::Layer layer,
                  const CatalogueSource& source)
      : root_(root), model_(model), layer_(layer), source_(source), names_(model) {}

  model::Catalogue read();

 private:
  void read_bands();
  void read_definitions();
  void read_definition_at(const Element& define, Declared& defined);
  void sign();
  void check_layer() const;
  void check_extends() const;
  void check_extends(const Element& element, const char* attribute) const;
  bool is_extension(const model::Objective& objective) const;
  void check_required() const;
  template <class Entry>
  void check_owner(const Element& element, const char* attribute, std::string_view name,
                   const Entry* entry) const;
  void check_groups(const Element& element, const std::vector<std::string>& groups) const;

  const Element& root_;
  const model::Model& model_;
  model::Layer layer_;
  const CatalogueSource& source_;
  Names names_;
  model::Catalogue catalogue_;
};

model::Catalogue CatalogueReader::read() {
  check_layer();
  catalogue_.missions = read_missions(root_.child("missions"), names_);
  catalogue_.statuses = read_statuses(root_.child("statuses"));
  catalogue_.outcome_labels = read_outcome_labels(root_.child("statuses"));
  catalogue_.groups = read_groups(root_.child("groups"), names_);
  catalogue_.objectives = read_objectives(root_.child("objectives"), names_, model_.objectives);
  std::vector<model::Objective> all = model_.objectives;
  all.insert(all.end(), catalogue_.objectives.begin(), catalogue_.objectives.end());
  catalogue_.indicators = read_indicators(root_.child("indicators"), names_, all);
  read_definitions();
  catalogue_.limits = read_limits(root_.child("limits"));
  catalogue_.calendar = read_calendar(root_.child("calendar"), names_);
  read_bands();
  check_extends();
  check_required();
  sign();
  return std::move(catalogue_);
}

void CatalogueReader::read_bands() {
  Settings settings = read_parameters(root_, layer_);
  catalogue_.parameters = std::move(settings.parameters);
  catalogue_.bands = std::move(settings.bands);
}

/// The scale, and what the model leaves to the regions, are not a plugin's to set.
void CatalogueReader::check_layer() const {
  if (layer_ == model::Layer::region) return;
  for (const char* name : {"statuses", "definitions"}) {
    const Element part = root_.child(name);
    if (!part.exists()) continue;
    part.error("catalogue.only_region", "",
               message("the catalogue of a plugin holds no <{0}>", name),
               message("only the package of a region may; remove it here"));
  }
}

// --- Placeholders -------------------------------------------------------------------------

void CatalogueReader::read_definitions() {
  Declared defined;
  for (const Element& define : root_.child("definitions").children("define")) {
    read_definition_at(define, defined);
  }
}

void CatalogueReader::read_definition_at(const Element& define, Declared& defined) {
  const std::string code = define.text("indicator");
  const model::Indicator* known = model_.indicator(code);
  if (known == nullptr) {
    read_definition(define, {});
    const Declared codes(model_.indicators, &model::Indicator::code);
    return codes.check(define, "indicator", code, "model.unknown_indicator",
                       message("there is no indicator \"{0}\"", code));
  }
  if (!known->placeholder) {
    return define.error(
        "catalogue.no_placeholder", "indicator",
        message("the indicator \"{0}\" is defined already, in {1}", code, text_of(known->where)),
        message("remove <define>: only what the model leaves open is filled in"));
  }
  if (!defined.add(define, "indicator", "catalogue.defined_twice")) return;
  catalogue_.definitions.push_back(read_definition(define, *known));
}

// --- What it rests on ---------------------------------------------------------------------

/// Whether \a objective of the model, or one above it, may be extended.
bool CatalogueReader::is_extension(const model::Objective& objective) const {
  const model::Objective* at = &objective;
  for (std::size_t steps = model_.objectives.size(); at != nullptr && steps > 0; --steps) {
    if (is_in(source_.extends, at->id)) return true;
    at = model_.objective(at->parent);
  }
  return false;
}

void CatalogueReader::check_extends() const {
  if (source_.extends.empty()) return;
  for (const Element& element : root_.child("objectives").children("objective")) {
    check_extends(element, "parent");
  }
  for (const Element& element : root_.child("indicators").children("indicator")) {
    check_extends(element, "objective");
  }
}

/// Objectives of the catalogue itself are checked where they stand, not again for what they hold.
void CatalogueReader::check_extends(const Element& element, const char* attribute) const {
  const model::Objective* above = model_.objective(element.text(attribute));
  if (above == nullptr || is_extension(*above)) return;
  std::string extends;
  for (const std::string& id : source_.extends) extends += (extends.empty() ? "" : ", ") + id;
  const bool is_indicator = element.name() == "indicator";
  element.error(
      "catalogue.outside_extends", attribute,
      is_indicator
          ? message("the indicator \"{0}\" is of \"{1}\", which the package \"{2}\" does not "
                    "say that it extends",
                    element.text("code"), above->id, source_.package)
          : message("the objective \"{0}\" stands below \"{1}\", which the package \"{2}\" does "
                    "not say that it extends",
                    element.text("id"), above->id, source_.package),
      is_indicator
          ? message("choose one at or below: {0}; or add \"{1}\" to extends in package.lua",
                    extends, above->id)
          : message("put it below one of: {0}; or add \"{1}\" to extends in package.lua", extends,
                    above->id));
}

/// Another package's entry may only be referred to when that package is sure to be there.
template <class Entry>
void CatalogueReader::check_owner(const Element& element, const char* attribute,
                                  std::string_view name, const Entry* entry) const {
  if (entry == nullptr || entry->plugin.empty() || entry->plugin == source_.package ||
      is_in(source_.required, entry->plugin)) {
    return;
  }
  element.error("catalogue.not_required", attribute,
                message("\"{0}\" is added by the package \"{1}\", which \"{2}\" does not require",
                        name, entry->plugin, source_.package),
                message("add \"{0}\" to requires in package.lua", entry->plugin));
}

void CatalogueReader::check_groups(const Element& element,
                                   const std::vector<std::string>& groups) const {
  for (const std::string& id : groups) {
    const auto group = std::find_if(model_.groups.begin(), model_.groups.end(),
                                    [&](const model::Group& known) { return known.id == id; });
    check_owner(element, "groups", id, group == model_.groups.end() ? nullptr : &*group);
  }
}

void CatalogueReader::check_required() const {
  const auto objective = [&](const Element& element, const char* attribute) {
    const std::string id = element.text(attribute);
    check_owner(element, attribute, id, model_.objective(id));
  };
  const auto mission = [&](const Element& element) {
    const std::string id = element.text("mission");
    check_owner(element, "mission", id, model_.mission(id));
  };
  for (const Element& element : root_.child("objectives").children("objective")) {
    objective(element, "parent");
    mission(element);
    check_groups(element, element.words("groups"));
  }
  for (const Element& element : root_.child("indicators").children("indicator")) {
    objective(element, "objective");
    mission(element);
    check_groups(element, element.words("groups"));
  }
  for (const Element& define : root_.child("definitions").children("define")) {
    const std::string code = define.text("indicator");
    check_owner(define, "indicator", code, model_.indicator(code));
  }
  for (const Element& element : root_.child("calendar").children("step")) {
    objective(element, "objective");
    for (const char* attribute : {"after", "before", "contradicts"}) {
      const std::string id = element.text(attribute);
      check_owner(element, attribute, id, model_.step(id));
    }
  }
}

void CatalogueReader::sign() {
  const auto sign_all = [&](auto& entries) {
    for (auto& entry : entries) entry.plugin = source_.package;
  };
  sign_all(catalogue_.missions);
  sign_all(catalogue_.groups);
  sign_all(catalogue_.objectives);
  sign_all(catalogue_.indicators);
  sign_all(catalogue_.calendar);
}

}  // namespace

std::optional<model::Catalogue> read_catalogue(std::string_view bytes, const std::string& file,
                                               const model::Model& model, model::Layer layer,
                                               const CatalogueSource& source, Diagnostics& found) {
  return read_document<model::Catalogue>(
      bytes, file, catalogue_grammar(), found,
      [&](const Element& root) { return CatalogueReader(root, model, layer, source).read(); });
}

}  // namespace cpom::xml
