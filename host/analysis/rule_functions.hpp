/// The functions of rules as they are written, file by file.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analysis/flow.hpp"
#include "analysis/subject.hpp"
#include "engine/rules.hpp"
#include "lua/bytecode.hpp"
#include "lua/state.hpp"
#include "script/packages.hpp"

namespace cpom::analysis {

/// A function of a file, followed along its paths.
struct FollowedFunction {
  const lua::Function* function = nullptr;
  Flow flow;
};

/// A rule file, compiled.
struct Source {
  const script::Package* package = nullptr;
  const script::RuleFile* file = nullptr;
  lua::Chunk chunk;
  /// All its functions, the file itself first.
  std::deque<FollowedFunction> functions;

  std::string path() const { return file->path.string(); }
  /// \a token in \a line, with its column where it is found.
  Position place(int line, std::string_view token) const;
};

/// The function that one file gives to a rule, in one context.
struct RuleFunction {
  const Context* context = nullptr;
  const Source* source = nullptr;
  engine::RuleKind kind = engine::RuleKind::compute;
  std::string id;
  /// The indicator of a rule of its own.
  const model::Indicator* indicator = nullptr;
  const FollowedFunction* function = nullptr;
  std::vector<engine::Need> needs;
  /// No file above gives another function.
  bool on_top = true;
};

/// Compiles every rule file of \a packages that is Lua.
class Sources {
 public:
  explicit Sources(const script::PackageSet& packages);

  const std::deque<Source>& all() const { return all_; }
  const Source* find(const std::string& path) const;
  /// Everything that rules can name, in order.
  const std::vector<std::string>& names() const { return names_; }

  /// The functions of the rules of \a context. A file that cannot be loaded has none.
  std::vector<RuleFunction> functions(const Context& context);

 private:
  struct Machine;

  std::deque<Source> all_;
  std::map<std::string, const Source*> by_path_;
  std::vector<std::string> names_;
  std::shared_ptr<Machine> machine_;
};

}  // namespace cpom::analysis
