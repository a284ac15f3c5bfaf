#include "testing/coverage.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>

#include "base/text.hpp"
#include "testing/columns.hpp"

namespace cpom::testing {
namespace {

using lua::Instruction;
using lua::Op;

constexpr std::size_t none = static_cast<std::size_t>(-1);

engine::RuleKind kind_of(const std::string& rule_id) {
  const std::string word = rule_id.starts_with("indicators/")
                               ? rule_id.substr(rule_id.rfind('/') + 1)
                               : rule_id.substr(0, rule_id.find('/'));
  for (const engine::RuleKind kind : engine::all_rule_kinds) {
    if (engine::word_of(kind) == word) return kind;
  }
  return engine::RuleKind::compute;
}

/// The text that instruction \a number loads.
std::string loaded_text(const ProbeMap& map, std::size_t number) {
  const auto& constants = map.function(number).constants;
  const auto at = static_cast<std::size_t>(map.instructions()[number].code.bx());
  const auto* text = at < constants.size() ? std::get_if<std::string>(&constants[at]) : nullptr;
  return text != nullptr ? *text : std::string();
}

bool is_file_itself(const ProbedInstruction& probed) { return probed.function == 0; }

class Meter {
 public:
  Meter(const ProbeMap& map, const Sightings& sightings, const Materials& materials)
      : map_(map), sightings_(sightings), materials_(materials) {}

  PackageCoverage measure(const script::Package& package) {
    result_ = {&package, {}};
    for (std::size_t i = 0; i < map_.files().size(); ++i) {
      if (map_.files()[i].package == &package) measure_file(i);
    }
    measure_settings(package);
    measure_windows(package);
    return result_;
  }

  std::vector<Gap> take_gaps() {
    std::stable_sort(gaps_.begin(), gaps_.end(), [](const Gap& one, const Gap& other) {
      return std::tie(one.file, one.where.line) < std::tie(other.file, other.where.line);
    });
    return std::move(gaps_);
  }

 private:
  void count(Measure measure, bool covered) {
    Share& share = result_.shares[static_cast<std::size_t>(measure)];
    ++share.total;
    if (covered) ++share.covered;
  }

  bool saw(std::size_t number, Seen what) const { return (sightings_.seen[number] & what) != 0; }

  void miss(Measure measure, std::size_t file, int line, Message what, std::size_t instruction,
            Seen lacking) {
    gaps_.push_back({measure,
                     file,
                     {map_.files()[file].rule->path.string(), line, 0},
                     std::move(what),
                     instruction,
                     lacking,
                     {}});
  }

  void measure_file(std::size_t index) {
    const ProbedFile& file = map_.files()[index];
    measure_lines(index);
    std::map<int, int> conditions_on;
    for (std::size_t i = file.first; i < file.first + file.count; ++i) {
      const ProbedInstruction& probed = map_.instructions()[i];
      if (!probed.reachable) continue;
      if (probed.condition) {
        measure_condition(index, i, ++conditions_on[probed.line]);
        if (probed.ordered) measure_edges(index, i);
      }
      if (const auto what = returned_text(map_, i)) {
        count(*what, saw(i, seen_run));
        if (!saw(i, seen_run)) {
          miss(*what, index, probed.line,
               *what == Measure::reasons
                   ? message("the reason \"{0}\" is never given", loaded_text(map_, i))
                   : message("\"{0}\" is never the answer", loaded_text(map_, i)),
               i, seen_run);
        }
      }
    }
    measure_override(index);
  }

  void measure_lines(std::size_t index) {
    const ProbedFile& file = map_.files()[index];
    std::map<int, std::pair<bool, std::size_t>> lines;
    for (std::size_t i = file.first; i < file.first + file.count; ++i) {
      const ProbedInstruction& probed = map_.instructions()[i];
      if (!probed.reachable) continue;
      auto& [seen, first] = lines.try_emplace(probed.line, false, i).first->second;
      seen = seen || saw(i, seen_run);
    }
    for (const auto& [line, state] : lines) {
      count(Measure::lines, state.first);
      if (state.first) continue;
      miss(Measure::lines, index, line, message("the line is never run"), state.second, seen_run);
    }
  }

  void measure_condition(std::size_t index, std::size_t number, int which) {
    const ProbedInstruction& probed = map_.instructions()[number];
    const bool run = saw(number, seen_run);
    for (const auto& [bit, what] :
         {std::pair{seen_true, message("condition {0} of the line never holds", which)},
          std::pair{seen_false, message("condition {0} of the line always holds", which)}}) {
      count(Measure::conditions, saw(number, bit));
      if (saw(number, bit)) continue;
      miss(Measure::conditions, index, probed.line,
           run ? what : message("condition {0} of the line is never reached", which), number, bit);
      if (!run) {
        count(Measure::conditions, false);
        break;
      }
    }
  }

  /// Texts can be compared as well: what never had two numbers has edges all the same, since
  /// nobody can tell that it is not meant for numbers.
  void measure_edges(std::size_t index, std::size_t number) {
    const ProbedInstruction& probed = map_.instructions()[number];
    const Compared compared = names_of(number);
    const auto& [value, limit] = compared.names;
    for (const auto& [bit, gap] :
         {std::pair{compared.turned ? seen_above : seen_below,
                    message("no case has {0} just below {1}", value, limit)},
          std::pair{seen_at, message("no case has {0} equal to {1}", value, limit)},
          std::pair{compared.turned ? seen_below : seen_above,
                    message("no case has {0} just above {1}", value, limit)}}) {
      count(Measure::edges, saw(number, bit));
      if (!saw(number, bit)) miss(Measure::edges, index, probed.line, gap, number, bit);
    }
  }

  /// The two sides of a comparison, as far as they have names; turned: the source has them the
  /// other way round (`a >= b` is run as `b <= a`).
  struct Compared {
    std::pair<std::string, std::string> names;
    bool turned = false;
  };

  Compared names_of(std::size_t number) const {
    const ProbedInstruction& probed = map_.instructions()[number];
    const lua::Function& function = map_.function(number);
    const auto name = [&](int reg) {
      const std::string known = lua::local_name(function, reg, probed.at);
      return known.empty() ? std::string("…") : known;
    };
    const bool registers = probed.code.op() == Op::lt || probed.code.op() == Op::le;
    Compared compared;
    compared.names = {name(probed.code.a()),
                      registers ? name(probed.code.b()) : std::to_string(probed.code.sb())};
    const std::string line = line_of(map_.files()[probed.file].rule->source, probed.line);
    const auto first = line.find(compared.names.first);
    const auto second = line.find(compared.names.second);
    compared.turned =
        registers && first != std::string::npos && second != std::string::npos && second < first;
    if (compared.turned) std::swap(compared.names.first, compared.names.second);
    return compared;
  }

  /// A file for an indicator builds on the general rule; another, on that of a package below.
  bool is_override(const ProbedFile& file) const {
    if (file.rule->id.starts_with("indicators/")) return true;
    for (const script::Package& package : materials_.packages.packages) {
      if (package.layer >= file.package->layer) continue;
      for (const script::RuleFile& rule : package.rules) {
        if (rule.id == file.rule->id) return true;
      }
    }
    return false;
  }

  void measure_override(std::size_t index) {
    const ProbedFile& file = map_.files()[index];
    if (!is_override(file)) return;
    const bool called = sightings_.called_files.contains(file.rule->path.string());
    count(Measure::overrides, called);
    if (called) return;
    miss(Measure::overrides, index, 1,
         message("no case calls rule {0} as this file changes it", file.rule->id), none, seen_run);
  }

  void measure_settings(const script::Package& package) {
    const auto settings = materials_.settings.find(package.name);
    if (settings == materials_.settings.end()) return;
    for (const model::Parameter& parameter : settings->second) {
      const auto file = sightings_.used_parameters.find(parameter.where.file);
      const bool used =
          file != sightings_.used_parameters.end() && file->second.contains(parameter.where.line);
      count(Measure::settings, used);
      if (used) continue;
      gaps_.push_back({Measure::settings,
                       none,
                       parameter.where,
                       message("no case uses the value that is set for \"{0}\"", parameter.name),
                       none,
                       seen_run,
                       {}});
    }
  }

  void measure_windows(const script::Package& package) {
    const model::Model* model =
        package.catalogue.empty() ? nullptr : composed_model(materials_, package, {});
    if (model == nullptr) return;
    const std::string file = package.catalogue.string();
    for (const model::Objective& objective : model->objectives) {
      if (objective.where.file == file) measure_window(objective.id, objective);
    }
    for (const model::Indicator& indicator : model->indicators) {
      if (indicator.where.file == file) measure_window(indicator.code, indicator);
    }
  }

  template <class Definition>
  void measure_window(const std::string& name, const Definition& definition) {
    const auto look = [&](std::optional<int> year, int beyond) {
      if (!year) return;
      measure_year(name, definition.where, *year);
      measure_year(name, definition.where, *year + beyond);
    };
    look(definition.first_year, -1);
    look(definition.last_year, 1);
  }

  void measure_year(const std::string& name, const Position& where, int year) {
    const auto file = sightings_.judged_years.find(where.file);
    bool seen = false;
    if (file != sightings_.judged_years.end()) {
      const auto line = file->second.find(where.line);
      seen = line != file->second.end() && line->second.contains(year);
    }
    count(Measure::windows, seen);
    if (seen) return;
    gaps_.push_back(
        {Measure::windows,
         none,
         where,
         message("no case looks at \"{0}\" in {1}, an edge of the years it holds for", name, year),
         none,
         seen_run,
         {}});
  }

  const ProbeMap& map_;
  const Sightings& sightings_;
  const Materials& materials_;
  PackageCoverage result_;
  std::vector<Gap> gaps_;
};

}  // namespace

Message label_of(Measure measure) {
  switch (measure) {
    case Measure::lines: return message("lines");
    case Measure::conditions: return message("conditions");
    case Measure::statuses: return message("answers");
    case Measure::reasons: return message("reasons");
    case Measure::edges: return message("edges of bands");
    case Measure::overrides: return message("overrides");
    case Measure::settings: return message("settings");
    case Measure::windows: break;
  }
  return message("years of validity");
}

double Share::percent() const {
  return total == 0 ? 100.0 : 100.0 * static_cast<double>(covered) / static_cast<double>(total);
}

Coverage measure_coverage(const ProbeMap& map, const Sightings& sightings,
                          const Materials& materials,
                          const std::vector<const script::Package*>& tested) {
  Coverage coverage;
  Meter meter(map, sightings, materials);
  for (const script::Package* package : tested) {
    coverage.packages.push_back(meter.measure(*package));
  }
  coverage.gaps = meter.take_gaps();
  return coverage;
}

std::optional<Measure> returned_text(const ProbeMap& map, std::size_t number) {
  const ProbedInstruction& probed = map.instructions()[number];
  if (is_file_itself(probed) || probed.code.op() != Op::load_k) return std::nullopt;
  if (loaded_text(map, number).empty()) return std::nullopt;
  const lua::Function& function = map.function(number);
  const auto at = static_cast<std::size_t>(probed.at);
  if (at + 1 >= function.instructions.size()) return std::nullopt;
  const Instruction& next = function.instructions[at + 1];
  const int reg = probed.code.a();
  // return nil, "…"
  if (at > 0 && next.op() == Op::return_many && next.b() == 3 && next.a() == reg - 1) {
    const Instruction& before = function.instructions[at - 1];
    if (before.op() == Op::load_nil && before.a() == reg - 1) return Measure::reasons;
  }
  const bool alone = (next.op() == Op::return_1 && next.a() == reg) ||
                     (next.op() == Op::return_many && next.b() == 2 && next.a() == reg);
  if (!alone) return std::nullopt;
  const auto kind = kind_of(map.files()[probed.file].rule->id);
  return type_of_result(kind, false) == CellType::text ? std::optional(Measure::statuses)
                                                       : std::nullopt;
}

std::string line_of(const std::string& source, int line) {
  std::size_t from = 0;
  for (int i = 1; i < line && from != std::string::npos; ++i) {
    from = source.find('\n', from);
    if (from != std::string::npos) ++from;
  }
  if (from == std::string::npos) return {};
  return std::string(trim(std::string_view(source).substr(from, source.find('\n', from) - from)));
}

}  // namespace cpom::testing
