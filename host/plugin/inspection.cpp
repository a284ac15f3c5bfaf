#include "plugin/inspection.hpp"

#include <algorithm>
#include <string>

#include "base/names.hpp"
#include "script/choice.hpp"
#include "script/lua_rules.hpp"

namespace cpom::plugin {
namespace {

using model::Layer;
using script::Package;

class Inspector {
 public:
  Inspector(const script::PackageSet& set, const std::vector<const model::Model*>& models,
            Composer& composer)
      : set_(set), models_(models), composer_(composer) {}

  Inspection inspect(const Package& package) {
    Inspection inspection;
    inspection.package = &package;
    inspection.faults = package.faults;
    if (!inspection.faults.empty()) return inspection;
    bool tried = false;
    for (const model::Model* model : models_) {
      if (!package.is_for(*model)) continue;
      const std::vector<Diagnostic> faults = faults_on(*model, package);
      if (faults.empty() && inspection.fits == nullptr) inspection.fits = model;
      // One that names no model need not suit them all; the first tells what is wrong.
      if (!package.model.empty() || !tried) add_new(inspection.faults, faults);
      tried = true;
    }
    if (package.model.empty() && inspection.fits != nullptr) inspection.faults.clear();
    if (!tried && !package.model.empty()) inspection.faults.push_back(unknown_model(package));
    return inspection;
  }

 private:
  static void add_new(std::vector<Diagnostic>& faults, const std::vector<Diagnostic>& more) {
    for (const Diagnostic& fault : more) {
      if (std::find(faults.begin(), faults.end(), fault) == faults.end()) faults.push_back(fault);
    }
  }

  std::vector<Diagnostic> faults_on(const model::Model& base, const Package& package) {
    model::Contract contract;
    contract.region = package.region;
    if (package.by_name()) contract.packages.push_back({package.name, {}, {}});
    const auto packages =
        script::choose(set_, {&base, contract.region, contract.id, contract.packages});
    Diagnostics found;
    const Composition& composed = composer_.compose(base, packages, found);
    if (composed.model) rules_.book(set_, *composed.model, contract, found);
    std::vector<Diagnostic> errors;
    for (const Diagnostic& fault : found.all()) {
      if (fault.severity == Severity::error && is_in(fault.where.file, package)) {
        errors.push_back(fault);
      }
    }
    if (errors.empty() && !composed.model) errors.push_back(required_unusable(package));
    return errors;
  }

  /// What it requires is inspected for itself.
  static bool is_in(const std::string& file, const Package& package) {
    return file.starts_with((package.folder / "").string());
  }

  static Diagnostic required_unusable(const Package& package) {
    return {Severity::error, "package.requirement_unusable", package.where,
            message("what package \"{0}\" requires cannot be used", package.name),
            message("correct its faults first")};
  }

  Diagnostic unknown_model(const Package& package) const {
    std::vector<std::string> names;
    for (const model::Model* model : models_) {
      names.push_back(model->id);
      if (std::find(names.begin(), names.end(), model->family) == names.end()) {
        names.push_back(model->family);
      }
    }
    const Message nearest = suggestion(package.model, names);
    return {Severity::error, "package.unknown_model", package.where,
            message("package \"{0}\" is for model \"{1}\", which is not known", package.name,
                    package.model),
            nearest.empty() ? message("give the file of the model by --model") : nearest};
  }

  const script::PackageSet& set_;
  const std::vector<const model::Model*>& models_;
  Composer& composer_;
  script::LuaRules rules_;
};

}  // namespace

std::vector<Inspection> inspect(const script::PackageSet& set,
                                const std::vector<const model::Model*>& models,
                                Composer& composer) {
  Inspector inspector(set, models, composer);
  std::vector<Inspection> all;
  for (const Package& package : set.packages) {
    if (package.layer == Layer::plugin || package.layer == Layer::region) {
      all.push_back(inspector.inspect(package));
    }
  }
  return all;
}

}  // namespace cpom::plugin
