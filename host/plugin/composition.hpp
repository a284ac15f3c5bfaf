/// The model of a contract: the base with what plugins and region add.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "model/contract_model.hpp"
#include "plugin/settings_files.hpp"
#include "script/packages.hpp"

namespace cpom::plugin {

struct Composition {
  /// nullptr when a catalogue cannot be used.
  std::unique_ptr<const model::Model> model;
  /// Packages with a fault, in themselves or in their catalogue; those that require one included.
  std::vector<const script::Package*> unusable;
};

/// Composes each model once for the same packages.
class Composer {
 public:
  /// Both must outlive the composer, and so must the models and packages it is given.
  Composer(const script::PackageSet& set, SettingsFiles& settings)
      : set_(set), settings_(settings) {}

  /// \a packages as choose() gives them. Faults of catalogues (xml.*, model.*, catalogue.*),
  /// package.extends, package.undeclared, package.not_provided and package.setting_taken go to
  /// \a found, once; those that packages have already are not told again.
  const Composition& compose(const model::Model& base,
                             const std::vector<const script::Package*>& packages,
                             Diagnostics& found);

 private:
  Composition make(const model::Model& base, const std::vector<const script::Package*>& packages,
                   Diagnostics& found);
  bool extend(model::Model& model, const script::Package& package,
              const std::vector<model::Parameter>& below, Diagnostics& found);
  std::vector<std::string> required_by(const script::Package& package) const;

  const script::PackageSet& set_;
  SettingsFiles& settings_;
  std::map<std::string, Composition> made_;
};

}  // namespace cpom::plugin
