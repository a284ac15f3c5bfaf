/// A folder of packages on disk, for as long as a test runs.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/language.hpp"
#include "script/packages.hpp"

namespace cpom::script {

namespace fs = std::filesystem;
using Texts = std::vector<std::string>;

class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "packages_test.XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path_); }

  Folder& write(const std::string& name, const std::string& text) {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name) << text;
    return *this;
  }

  /// A plugin that adds nothing, whose manifest has \a more.
  Folder& plugin(const std::string& folder, const std::string& name,
                 const std::string& more = "  provides = {},\n") {
    return write(folder + "/package.lua",
                 "return {\n  name = \"" + name +
                     "\",\n  layer = \"plugin\",\n  api = 2,\n  summary = \"s\",\n"
                     "  version = \"1.0.0\",\n  languages = { \"fr\" },\n" +
                     more + "}\n");
  }

  /// A package whose manifest has \a more besides name, layer, api and summary.
  Folder& manifest(const std::string& folder, const std::string& name, const std::string& layer,
                   const std::string& more = {}) {
    return write(folder + "/package.lua", "return {\n  name = \"" + name + "\",\n  layer = \"" +
                                              layer + "\",\n  api = 1,\n  summary = \"s\",\n" +
                                              more + "}\n");
  }

  fs::path path(const std::string& name = {}) const { return name.empty() ? path_ : path_ / name; }

  PackageSet find() {
    found = {};
    return find_packages({{path_}, {}}, found);
  }

  /// Faults as "code file:line", files relative to the folder.
  Texts faults() const { return texts_of(found.all()); }

  Texts texts_of(const std::vector<Diagnostic>& faults) const {
    Texts all;
    for (const Diagnostic& fault : faults) {
      Position where = fault.where;
      where.file = fs::path(where.file).lexically_relative(path_).string();
      all.push_back(fault.code + " " + text_of(where));
    }
    return all;
  }

  std::string first_fault() const {
    const Diagnostic& fault = found.all().front();
    return render(fault.what, Language::english) + " (" + render(fault.remedy, Language::english) +
           ")";
  }

  Diagnostics found;

 private:
  fs::path path_;
};

}  // namespace cpom::script
