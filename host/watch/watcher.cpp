#include "watch/watcher.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace cpom::watch {
namespace {

Changes changes_between(const Snapshot& before, const Snapshot& after) {
  Changes changes;
  for (const auto& [path, state] : after.files) {
    const auto known = before.files.find(path);
    if (known == before.files.end()) {
      changes.added.push_back(path);
    } else if (!known->second.same_content(state)) {
      changes.changed.push_back(path);
    }
  }
  for (const auto& [path, state] : before.files) {
    if (!after.files.contains(path)) changes.removed.push_back(path);
  }
  std::set_difference(after.missing.begin(), after.missing.end(), before.missing.begin(),
                      before.missing.end(), std::back_inserter(changes.gone));
  std::set_difference(before.missing.begin(), before.missing.end(), after.missing.begin(),
                      after.missing.end(), std::back_inserter(changes.back));
  return changes;
}

}  // namespace

Watcher::Watcher(Selection selection)
    : selection_(std::move(selection)), told_(watch::look(selection_, {})), seen_(told_) {}

std::optional<Changes> Watcher::look() {
  Snapshot now = watch::look(selection_, seen_);
  const bool settled = now.same_content(seen_);
  seen_ = std::move(now);
  if (!settled || seen_.same_content(told_)) return std::nullopt;
  Changes changes = changes_between(told_, seen_);
  told_ = seen_;
  return changes;
}

}  // namespace cpom::watch
