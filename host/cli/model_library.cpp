#include "cli/model_library.hpp"

#include <algorithm>
#include <system_error>

#include "base/files.hpp"
#include "base/names.hpp"
#include "cli/inputs.hpp"
#include "xml/readers.hpp"

namespace cpom::cli {
namespace {

namespace fs = std::filesystem;

/// Enough to see the root element behind declarations and comments.
bool is_model(const fs::path& file) {
  Diagnostics ignored;
  const auto bytes = read_input(file, ignored);
  if (!bytes) return false;
  std::string_view rest = *bytes;
  while (true) {
    const auto opening = rest.find('<');
    if (opening == std::string_view::npos) return false;
    rest.remove_prefix(opening);
    if (!rest.starts_with("<!") && !rest.starts_with("<?")) return rest.starts_with("<model");
    const auto closing = rest.find(rest.starts_with("<!--") ? "-->" : ">");
    if (closing == std::string_view::npos) return false;
    rest.remove_prefix(closing);
  }
}

Message remedy_for(const std::string& id, const std::vector<std::string>& known) {
  const Message nearest = suggestion(id, known);
  return nearest.empty() ? message("give the file of the model by --model") : nearest;
}

}  // namespace

std::unique_ptr<model::Model> ModelLibrary::read(const fs::path& file, Diagnostics& found) const {
  const auto bytes = read_input(file, found);
  if (!bytes) return nullptr;
  auto model = xml::read_model(*bytes, file.string(), found);
  return model ? std::make_unique<model::Model>(*std::move(model)) : nullptr;
}

void ModelLibrary::add(const fs::path& file, Diagnostics& found) {
  auto model = read(file, found);
  if (!model) {
    one_is_unreadable_ = true;
    return;
  }
  const std::string id = model->id;
  const auto [place, is_new] = models_.try_emplace(id, nullptr);
  if (!is_new) {
    found.error("model.duplicate", model->where,
                message("model \"{0}\" is already given by {1}", id, text_of(place->second->where)),
                message("give one file for each model"));
    return;
  }
  place->second = std::move(model);
}

const model::Model* ModelLibrary::find(const std::string& id, const Position& where,
                                       Diagnostics& found) {
  const auto known = models_.find(id);
  if (known != models_.end()) return known->second.get();
  if (one_is_unreadable_) return nullptr;
  const fs::path file = folder_ / (id + ".xml");
  std::error_code ignored;
  if (!is_identifier(id) || !fs::exists(file, ignored)) {
    found.error("contract.unknown_model", where,
                message("there is no model \"{0}\", neither in {1} nor given by --model", id,
                        folder_.string()),
                remedy_for(id, known_ids()));
    return nullptr;
  }
  auto model = read(file, found);
  if (model && model->id != id) {
    found.error("model.wrong_name", model->where,
                message("this file holds model \"{0}\"", model->id),
                message("name the file {0}", model->id + ".xml"));
    model = nullptr;
  }
  return (models_[id] = std::move(model)).get();
}

std::vector<const model::Model*> ModelLibrary::all() {
  Diagnostics ignored;
  for (const std::string& id : known_ids()) {
    if (models_.contains(id)) continue;
    auto model = read(folder_ / (id + ".xml"), ignored);
    if (model && model->id == id) models_[id] = std::move(model);
  }
  std::vector<const model::Model*> list;
  for (const auto& [id, model] : models_) {
    if (model) list.push_back(model.get());
  }
  return list;
}

std::vector<std::string> ModelLibrary::known_ids() const {
  std::vector<std::string> ids;
  for (const auto& [id, model] : models_) ids.push_back(id);
  std::error_code fault;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder_, fault)) {
    const fs::path& path = entry.path();
    if (path.extension() == ".xml" && is_model(path)) ids.push_back(path.stem().string());
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

}  // namespace cpom::cli
