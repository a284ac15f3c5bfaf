/// The contract models that can be named: the shipped ones, and those given by --model.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "model/contract_model.hpp"

namespace cpom::cli {

class ModelLibrary {
 public:
  /// \a folder holds the shipped models, one file each, named after the model.
  explicit ModelLibrary(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// Reads a model that takes precedence over a shipped one of the same id.
  void add(const std::filesystem::path& file, Diagnostics& found);

  /// The model, read at first use; nullptr when there is none or it has errors. Diagnoses
  /// contract.unknown_model at \a where with the nearest id and where models are looked for; the
  /// faults of a model are told once.
  const model::Model* find(const std::string& id, const Position& where, Diagnostics& found);

  /// All that there are, read; those with faults are left out in silence.
  std::vector<const model::Model*> all();

 private:
  std::unique_ptr<model::Model> read(const std::filesystem::path& file, Diagnostics& found) const;
  std::vector<std::string> known_ids() const;

  std::filesystem::path folder_;
  /// A file given to add() had faults: which model it holds is not known, so that no model can be
  /// said to be missing.
  bool one_is_unreadable_ = false;
  /// Null for a model that was looked for and could not be read.
  std::map<std::string, std::unique_ptr<model::Model>> models_;
};

}  // namespace cpom::cli
