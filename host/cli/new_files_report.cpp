#include "cli/new_files_report.hpp"

#include "base/files.hpp"
#include "reference/annotations.hpp"
#include "reference/editor_files.hpp"

namespace cpom::cli {

void write_and_tell(const std::vector<scaffold::NewFile>& files,
                    const std::filesystem::path& folder, const Options& options,
                    const scaffold::NewFile& changed) {
  scaffold::write_new_files(files, changed);
  const auto say = [&](const Message& text) { return render(text, options.language) + "\n"; };
  std::string text;
  for (const scaffold::NewFile& file : files) {
    text += say(message("written: {0}", file.path.generic_string()));
  }
  if (!changed.path.empty()) {
    text += say(message("changed: {0}", changed.path.generic_string()));
  }
  const std::string where = folder.generic_string();
  text += say(message("Next:"));
  text += "  cpom check " + where + "\n  cpom test " + where + "\n";
  text += say(message("One case fails on purpose: its note says that it is to be replaced."));
  write_standard_output(text);
}

void add_editor_files(const std::filesystem::path& package, Language language,
                      std::vector<scaffold::NewFile>& files) {
  const std::string folder = reference::annotation_folder;
  files.push_back({package / ".luarc.json", reference::language_server_configuration({folder})});
  files.push_back({package / ".luacheckrc", reference::luacheck_configuration()});
  for (const auto& file : reference::annotations(language)) {
    files.push_back({package / folder / file.name, file.text});
  }
}

}  // namespace cpom::cli
