/// What was found wrong on the way, kept apart by what it costs.
#pragma once

#include "base/diagnostic.hpp"
#include "cli/options.hpp"

namespace cpom::cli {

struct Findings {
  /// Contracts, models, packages, settings: an error here forbids evaluating.
  Diagnostics inputs;
  /// Packages that apply to those who use them only: an error here costs those contracts.
  Diagnostics plugins;
  /// Values: an error here forbids evaluating, unless the user keeps going.
  Diagnostics values;
  /// Rules: an error here costs the indicators concerned, nothing else. Also what rules find wrong
  /// with a contract.
  Diagnostics rules;

  Diagnostics all() const;
};

/// Adds those of \a more that \a found does not hold yet: contracts share models and rules.
void add_new(Diagnostics& found, const Diagnostics& more);

/// Writes the findings to standard error in the order found, then how many there are. As text or,
/// with --log-format json, as one object per line.
void print_findings(const Diagnostics& found, const Options& options);

/// Writes how many findings there are, if any.
void print_count(const Diagnostics& found, const Options& options);

/// Writes one fault, as print_findings would.
void print_finding(const Diagnostic& fault, const Options& options);

}  // namespace cpom::cli
