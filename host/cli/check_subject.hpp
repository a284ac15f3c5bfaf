/// What the command line names, as the static checks want it.
#pragma once

#include <deque>
#include <memory>
#include <vector>

#include "analysis/subject.hpp"
#include "cli/binding.hpp"
#include "cli/check_targets.hpp"
#include "cli/findings.hpp"
#include "cli/workspace.hpp"
#include "script/lua_rules.hpp"

namespace cpom::cli {

/// Owns the contracts that are made up for packages without one.
class CheckSubject {
 public:
  /// The arguments must outlive the object. What loading the rules of made-up contracts tells goes
  /// to \a found.
  CheckSubject(const Targets& targets, Workspace& workspace, const Binding& binding,
               Findings& found);

  const analysis::Subject& subject() const { return subject_; }

 private:
  void find_asked(const Targets& targets);
  void read_settings(Findings& found);
  void make_up(const script::Package& package, Findings& found);
  void add_made_up(const model::Model& base, const script::Package& package, Findings& found);
  std::vector<const model::Model*> models_for(const script::Package& package) const;

  Workspace& workspace_;
  analysis::Subject subject_;
  std::deque<model::Contract> contracts_;
  script::LuaRules rules_;
};

}  // namespace cpom::cli
