#include "script/equality_marks.hpp"

namespace cpom::script {
namespace {

/// Walks over the tokens of a Lua source as far as it takes to tell code from texts and comments.
class Marker {
 public:
  explicit Marker(std::string_view source) : rest_(source) {}

  std::optional<std::string> mark() {
    while (!rest_.empty() && readable_) step();
    return readable_ ? std::optional(std::move(marked_)) : std::nullopt;
  }

 private:
  void step() {
    if (rest_.starts_with("--")) {
      take(2);
      if (!take_long_bracket()) take(std::min(rest_.find('\n'), rest_.size()));
    } else if (rest_[0] == '"' || rest_[0] == '\'') {
      take_text();
    } else if (rest_[0] == '[' && take_long_bracket()) {
      return;
    } else if (rest_.starts_with("==")) {
      replace(2, equal_mark);
    } else if (rest_.starts_with("~=")) {
      replace(2, unequal_mark);
    } else if (rest_.starts_with("<=") || rest_.starts_with(">=")) {
      take(2);
    } else {
      readable_ = rest_[0] != '|';
      take(1);
    }
  }

  void take(std::size_t size) {
    marked_ += rest_.substr(0, size);
    rest_.remove_prefix(size);
  }

  void replace(std::size_t size, std::string_view name) {
    marked_.append("|").append(name).append("|");
    rest_.remove_prefix(size);
  }

  void take_text() {
    std::size_t end = 1;
    while (end < rest_.size() && rest_[end] != rest_[0]) end += rest_[end] == '\\' ? 2 : 1;
    readable_ = end < rest_.size();
    take(std::min(end + 1, rest_.size()));
  }

  /// "[[ … ]]", "[==[ … ]==]".
  bool take_long_bracket() {
    if (!rest_.starts_with('[')) return false;
    std::size_t level = 0;
    while (rest_.substr(1 + level).starts_with('=')) ++level;
    if (!rest_.substr(1 + level).starts_with('[')) return false;
    const std::string close = "]" + std::string(level, '=') + "]";
    const std::size_t end = rest_.find(close, level + 2);
    readable_ = end != std::string_view::npos;
    take(readable_ ? end + close.size() : rest_.size());
    return true;
  }

  std::string_view rest_;
  std::string marked_;
  bool readable_ = true;
};

}  // namespace

std::optional<std::string> with_marked_equality(std::string_view source) {
  return Marker(source).mark();
}

}  // namespace cpom::script
