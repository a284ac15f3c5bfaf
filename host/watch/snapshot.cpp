#include "watch/snapshot.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <system_error>

#include "base/folders.hpp"

namespace cpom::watch {
namespace {

namespace fs = std::filesystem;

constexpr int deepest = 12;
constexpr std::size_t chunk = std::size_t{64} * 1024;

/// FNV-1a, 64 bits: nobody tries to deceive it.
std::uint64_t content_of(const fs::path& file) {
  constexpr std::uint64_t start = 14695981039346656037U;
  constexpr std::uint64_t prime = 1099511628211U;
  std::ifstream in(file, std::ios::binary);
  std::uint64_t sum = start;
  std::array<char, chunk> bytes{};
  while (in.read(bytes.data(), chunk), in.gcount() > 0) {
    for (std::streamsize at = 0; at < in.gcount(); ++at) {
      sum = (sum ^ static_cast<unsigned char>(bytes[static_cast<std::size_t>(at)])) * prime;
    }
  }
  return sum;
}

/// Of an editor, or of an office that has the file open ("~$valeurs.csv").
bool is_temporary(const std::string& name) {
  return name.starts_with('.') || name.starts_with("~$") || name.starts_with('#') ||
         name.ends_with('~');
}

class Looker {
 public:
  Looker(const Selection& selection, const Snapshot& before)
      : selection_(selection), before_(before) {}

  Snapshot look() {
    for (const fs::path& path : selection_.paths) {
      std::error_code ignored;
      if (fs::is_directory(path, ignored)) {
        look_into(path, 0);
      } else if (fs::exists(path, ignored)) {
        add(path);
      } else {
        found_.missing.push_back(path);
      }
    }
    auto& missing = found_.missing;
    std::sort(missing.begin(), missing.end());
    missing.erase(std::unique(missing.begin(), missing.end()), missing.end());
    return std::move(found_);
  }

 private:
  void look_into(const fs::path& folder, int depth) {
    std::error_code fault;
    for (fs::directory_iterator at(folder, fault), end; !fault && at != end; at.increment(fault)) {
      const fs::path& path = at->path();
      if (is_temporary(path.filename().string())) continue;
      std::error_code ignored;
      if (fs::is_directory(path, ignored)) {
        const bool followed = !fs::is_symlink(path, ignored) && !is_left_out(path);
        if (followed && depth < deepest) look_into(path, depth + 1);
      } else if (is_wanted(path)) {
        add(path);
      }
    }
  }

  bool is_wanted(const fs::path& path) const {
    const auto& known = selection_.extensions;
    return std::find(known.begin(), known.end(), path.extension().string()) != known.end();
  }

  void add(const fs::path& path) {
    const fs::path name = path.lexically_normal();
    if (found_.files.contains(name)) return;
    std::error_code fault;
    FileState state;
    state.size = fs::file_size(path, fault);
    if (!fault) state.written = fs::last_write_time(path, fault);
    if (fault) state.size = 0;
    const auto known = before_.files.find(name);
    const FileState* former = known == before_.files.end() ? nullptr : &known->second;
    const bool stamped =
        former != nullptr && former->size == state.size && former->written == state.written;
    if (stamped && former->unsettled == 0) {
      found_.files.emplace(name, *former);
      return;
    }
    state.unsettled = stamped ? former->unsettled - 1 : selection_.settling;
    state.content = content_of(path);
    found_.files.emplace(name, state);
  }

  const Selection& selection_;
  const Snapshot& before_;
  Snapshot found_;
};

}  // namespace

bool Snapshot::same_content(const Snapshot& other) const {
  return missing == other.missing &&
         std::equal(files.begin(), files.end(), other.files.begin(), other.files.end(),
                    [](const auto& one, const auto& two) {
                      return one.first == two.first && one.second.same_content(two.second);
                    });
}

Snapshot look(const Selection& selection, const Snapshot& before) {
  return Looker(selection, before).look();
}

}  // namespace cpom::watch
