#include "plugin/uses.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/names.hpp"

namespace cpom::plugin {
namespace {

using model::PackageUse;
using script::Package;

class UseCheck {
 public:
  UseCheck(const script::PackageSet& set, const script::Chooser& chooser, Diagnostics& found)
      : set_(set), chooser_(chooser), found_(found) {
    for (const Package& package : set.packages) {
      if (package.by_name()) names_.push_back(package.name);
    }
  }

  void check(const PackageUse& use) {
    const Package* package = set_.find(use.name);
    if (package == nullptr) {
      const Message nearest = suggestion(use.name, names_);
      tell("contract.unknown_package", use, message("there is no package \"{0}\"", use.name),
           nearest.empty() ? message("give its folder by --plugins or --rules; cpom plugins list "
                                     "shows those that are known")
                           : nearest);
      return;
    }
    if (!seen_.insert(package).second) {
      tell("contract.package_twice", use, message("package \"{0}\" is named twice", use.name),
           message("keep one of the two"));
      return;
    }
    if (!package->by_name()) {
      tell("contract.package_not_by_name", use,
           message("package \"{0}\" is of layer \"{1}\" and applies by itself", use.name,
                   word_of(package->layer)),
           message("remove it: only plugins and proposals of regions are named"));
      return;
    }
    check_scope(*package, use);
    check_version(*package, use);
  }

 private:
  void tell(std::string code, const PackageUse& use, Message what, Message remedy) {
    found_.error(std::move(code), use.where, std::move(what), std::move(remedy));
  }

  void check_scope(const Package& package, const PackageUse& use) {
    if (!package.faults.empty()) return;
    if (!package.is_for(*chooser_.model)) {
      tell("contract.package_other_model", use,
           message("package \"{0}\" is for \"{1}\", and the model of the contract is \"{2}\"",
                   package.name, package.model, chooser_.model->id),
           message("remove it, or use one that is made for this model"));
    } else if (package.layer == model::Layer::region && package.region != chooser_.region) {
      tell("contract.package_other_region", use,
           message("package \"{0}\" is for region {1}, and the contract is of region {2}",
                   package.name, package.region, chooser_.region),
           message("remove it, or use one of the contract's region"));
    }
    for (const script::Requirement& requirement : package.requirements) {
      const Package* required = set_.find(requirement.name);
      if (required != nullptr && seen_.insert(required).second) check_scope(*required, use);
    }
  }

  void check_version(const Package& package, const PackageUse& use) {
    if (use.version.empty()) return;
    const auto least = script::parse_version(use.version);
    if (!least) {
      tell("contract.package_version", use, message("\"{0}\" is no version", use.version),
           message("write it as {0}", "1.0.0"));
    } else if (!package.version) {
      if (!package.faults.empty()) return;
      tell("contract.package_version", use,
           message("the contract needs \"{0}\" {1}, and this one has no version", package.name,
                   text_of(*least)),
           message("remove version"));
    } else if (*package.version < *least) {
      tell("contract.package_version", use,
           message("the contract needs \"{0}\" {1}, this is {2}", package.name, text_of(*least),
                   text_of(*package.version)),
           message("install a later version of \"{0}\"", package.name));
    }
  }

  const script::PackageSet& set_;
  const script::Chooser& chooser_;
  Diagnostics& found_;
  std::vector<std::string> names_;
  std::set<const Package*> seen_;
};

}  // namespace

void check_uses(const script::PackageSet& set, const script::Chooser& chooser, Diagnostics& found) {
  UseCheck check(set, chooser, found);
  for (const PackageUse& use : chooser.packages) check.check(use);
}

void refuse(const std::vector<const Package*>& unusable, const script::Chooser& chooser,
            const Position& contract, Diagnostics& found) {
  for (const Package* package : unusable) {
    const auto use =
        std::find_if(chooser.packages.begin(), chooser.packages.end(),
                     [&](const PackageUse& each) { return each.name == package->name; });
    // What is only required makes what requires it unusable: that one is told.
    if (use == chooser.packages.end() && package->by_name()) continue;
    found.error("contract.package_unusable", use == chooser.packages.end() ? contract : use->where,
                message("contract \"{0}\" uses package \"{1}\", which cannot be used: the contract "
                        "is left out",
                        chooser.contract, package->name),
                message("correct the faults of \"{0}\" (cpom plugins check)", package->name));
  }
}

}  // namespace cpom::plugin
