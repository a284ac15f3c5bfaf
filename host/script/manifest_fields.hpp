/// The table of a package.lua, taken out of Lua, and what is told of its fields.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "lua/state.hpp"

namespace cpom::script {

/// A value of the table.
struct Field {
  /// "[1]" for an entry of a list.
  std::string key;
  /// What stands there, for messages.
  Message described;
  std::optional<std::string> text;
  std::optional<double> number;
  std::optional<long> whole;
  std::optional<bool> truth;
  bool is_table = false;
  /// In the natural order of their keys.
  std::vector<Field> fields;

  const Field* find(std::string_view wanted) const;
};

/// Runs \a source, which is data and sees no name, in \a state. The table it returns; nullopt when
/// it cannot be run or returns something else, which \a found tells (package.*).
std::optional<Field> run_manifest(const lua::State& state, std::string_view source,
                                  const std::string& file, Diagnostics& found);

/// Tells faults of a manifest, each at the line of its field. A path names a field from the outside
/// in: {"settings", "depth", "type"}.
class ManifestFaults {
 public:
  using Path = std::vector<std::string>;

  ManifestFaults(std::string_view source, const std::string& file, Diagnostics& found)
      : source_(source), file_(file), found_(found) {}

  Position top() const { return {file_, 1, 0}; }
  Position at(const Path& path) const;
  /// Where \a text stands, in or after the field of \a path.
  Position at_text(const Path& path, std::string_view text) const;

  void add(std::string code, Position where, Message what, Message remedy);
  /// package.missing_key, at the table that lacks it.
  void missing(const Path& path, Message remedy);
  /// package.wrong_type.
  void wrong(const Path& path, const Field& field, Message remedy);
  /// package.unknown_key for every field of \a table, at \a path, that is not in \a known.
  void check_keys(const Path& path, const Field& table, const std::vector<std::string>& known);

  long errors() const { return found_.count(Severity::error); }

 private:
  std::string_view source_;
  const std::string& file_;
  Diagnostics& found_;
};

}  // namespace cpom::script
