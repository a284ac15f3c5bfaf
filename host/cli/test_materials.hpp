/// What `cpom test` tests, and what it tests it with.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "base/diagnostic.hpp"
#include "cli/options.hpp"
#include "model/contract_model.hpp"
#include "plugin/composition.hpp"
#include "plugin/settings_files.hpp"
#include "testing/ground.hpp"

namespace cpom::cli {

struct TestMaterials {
  testing::Materials materials;
  std::vector<std::unique_ptr<model::Model>> models;
  /// The packages whose tests are run, in the order of layers and names.
  std::vector<const script::Package*> tested;
  /// The only files or folders of tests that are run; empty: all.
  std::vector<std::filesystem::path> only;
  /// For Materials::compose.
  plugin::SettingsFiles settings;
  plugin::Composer composer{materials.packages, settings};
  std::mutex composing;
  Diagnostics faults_of_catalogues;
};

/// Reads packages, their settings and the models. \a data is the folder of what comes with the
/// program. Diagnoses test.no_path, test.no_package besides the faults of what is read.
std::unique_ptr<TestMaterials> read_test_materials(const Options& options,
                                                   const std::filesystem::path& data,
                                                   Diagnostics& found);

}  // namespace cpom::cli
