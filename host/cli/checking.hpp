/// All that a check finds, before anybody is told.
#pragma once

#include <filesystem>
#include <vector>

#include "cli/binding.hpp"
#include "cli/check_subject.hpp"
#include "cli/check_targets.hpp"
#include "cli/findings.hpp"
#include "cli/workspace.hpp"
#include "report/findings_report.hpp"

namespace cpom::cli {

/// Reads and binds what \a targets names, as an evaluation does.
class Checking {
 public:
  /// \a data is the folder of what comes with the program.
  Checking(const Targets& targets, const std::filesystem::path& data);
  Checking(const Checking&) = delete;
  Checking& operator=(const Checking&) = delete;
  ~Checking() = default;

  Workspace& workspace() { return workspace_; }
  Binding& binding() { return binding_; }
  const analysis::Subject& subject() const { return subject_.subject(); }
  /// What reading and binding found.
  const Findings& found() const { return found_; }
  /// Whether an evaluation of the same input would go on: a value out of its bounds costs its
  /// indicator only.
  bool can_evaluate() const;
  /// What was found, and what can be known of packages without a run; each once.
  Diagnostics all_findings() const;

 private:
  /// Values are looked at before contracts are made up for packages.
  Binding& with_values_checked();

  Findings found_;
  Workspace workspace_;
  Binding binding_;
  bool has_read_values_ = false;
  CheckSubject subject_;
};

/// Each finding with its line. Files are read once more, and those that cannot be have no line.
std::vector<report::Finding> with_lines(const Diagnostics& found);

/// How findings are shown: language, width, the meaning of codes.
report::FindingsStyle findings_style(const Options& options);

}  // namespace cpom::cli
