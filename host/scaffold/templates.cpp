#include "scaffold/templates.hpp"

#include <algorithm>
#include <span>
#include <stdexcept>

#include "scaffold/embedded_templates.hpp"

namespace cpom::scaffold {
namespace {

std::span<const EmbeddedFile> all() { return {embedded_templates, embedded_template_count}; }

bool is_name(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

std::string filled(std::string_view path, const Values& values) {
  const auto files = all();
  const auto file = std::find_if(files.begin(), files.end(),
                                 [path](const EmbeddedFile& each) { return each.path == path; });
  if (file == files.end()) throw std::logic_error("no template " + std::string(path));
  // Text, kept as the bytes that the build makes of it.
  const std::string text(file->bytes, file->bytes + file->size);
  std::string result;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t mark = std::min(text.find('@', from), text.size());
    result.append(text, from, mark - from);
    if (mark == text.size()) break;
    const std::size_t end = text.find('@', mark + 1);
    const std::string name = end == std::string::npos ? "" : text.substr(mark + 1, end - mark - 1);
    if (!is_name(name)) {
      result += '@';
      from = mark + 1;
      continue;
    }
    const auto value = values.find(name);
    if (value == values.end()) throw std::logic_error("no value for @" + name + "@");
    result += value->second;
    from = end + 1;
  }
  return result;
}

std::vector<std::string> template_paths() {
  std::vector<std::string> paths;
  for (const EmbeddedFile& file : all()) paths.emplace_back(file.path);
  return paths;
}

}  // namespace cpom::scaffold
