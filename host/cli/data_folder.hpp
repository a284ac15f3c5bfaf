/// Where the definitions and rules that come with the program are.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

namespace cpom::cli {

enum class DataSource { environment, installed, sources };

struct DataFolder {
  std::filesystem::path path;
  DataSource from = DataSource::sources;
};

/// data_folder(), with what says so.
DataFolder find_data_folder();

/// The folder with contracts/, rules/ and plugins/: $CPOM_DATA, else share/cpom beside the
/// program's bin/, else the sources it was built from.
std::filesystem::path data_folder();

/// How reports name files: definitions and rules that come with the program from the data folder
/// on ("rules/core/compute/share.lua"), all others as seen from the contract's folder. Depends on
/// where the files are, never on the directory the program is started in.
std::function<std::string(const std::string& file, const std::string& contract_file)>
report_file_names(const std::filesystem::path& data);

}  // namespace cpom::cli
