/// The commands of the program.
#pragma once

#include "cli/exit_code.hpp"
#include "cli/options.hpp"

namespace cpom::cli {

/// Reads, evaluates, writes the report. Throws Error where nothing more can be done.
ExitCode evaluate_command(const Options& options);

/// Reads and binds everything and tells what it finds.
ExitCode check_command(const Options& options);

/// Tells what the calendars of the contracts' models say is due.
ExitCode calendar_command(const Options& options);

/// The page of a code, or the list of all codes.
ExitCode help_command(const Options& options);
/// Tell of plugins and proposals of regions: all in a table, one in full, or all their faults.
/// Throws Error (usage.unknown_package).
ExitCode plugins_list_command(const Options& options);
ExitCode plugins_show_command(const Options& options);
ExitCode plugins_check_command(const Options& options);
/// Tells how one result came about, and what another would take.
ExitCode explain_command(const Options& options);

/// Tells which layer decides each rule and parameter.
ExitCode layers_command(const Options& options);

/// Tells which figures the rules will read, and which are there.
ExitCode requires_command(const Options& options);
/// Runs the tests of packages of rules.
ExitCode test_command(const Options& options);

/// Checks, tests and evaluates again whenever a file changes. Throws Error (file.not_found,
/// usage.*) when there is nothing to watch.
ExitCode watch_command(const Options& options);

/// Tells what is installed, which packages are found and what is odd.
ExitCode doctor_command(const Options& options);
/// Writes files to begin with: a package, a contract, a rule, a test.
ExitCode new_command(const Options& options);
/// Writes annotations for editors, or the reference of the rules.
ExitCode stubs_command(const Options& options);

ExitCode version_command(const Options& options);

/// Runs the command that \a options names.
ExitCode run(const Options& options);

}  // namespace cpom::cli
