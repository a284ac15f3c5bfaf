#include "script/declared_settings.hpp"

#include <cmath>
#include <utility>

#include "base/names.hpp"
#include "base/text.hpp"

namespace cpom::script {
namespace {

using Path = ManifestFaults::Path;

constexpr double whole_percent = 100;

class SettingReader {
 public:
  SettingReader(const Field& table, ManifestFaults& faults) : table_(table), faults_(faults) {
    setting_.name = table.key;
    setting_.where = faults.at(path());
  }

  Setting read() {
    faults_.check_keys(
        path(), table_,
        {"type", "default", "minimum", "maximum", "indicator", "assumption", "summary"});
    const bool typed = read_type();
    read_summary();
    read_indicator();
    if (const Field* field = table_.find("assumption")) {
      if (!field->truth) faults_.wrong(path("assumption"), *field, message("write true or false"));
      setting_.assumption = field->truth.value_or(false);
    }
    if (typed && read_bounds()) read_default();
    return std::move(setting_);
  }

 private:
  Path path() const { return {"settings", setting_.name}; }
  Path path(const std::string& key) const { return {"settings", setting_.name, key}; }

  bool read_type() {
    const auto words = model::words<SettingType>();
    const Field* field = table_.find("type");
    if (field == nullptr) {
      faults_.missing(path("type"), suggestion("", words));
      return false;
    }
    const auto type = field->text ? model::from_word<SettingType>(*field->text) : std::nullopt;
    if (!type) faults_.wrong(path("type"), *field, suggestion(field->text.value_or(""), words));
    setting_.type = type.value_or(SettingType::number);
    return type.has_value();
  }

  void read_summary() {
    const Message remedy = message("say in one sentence what the setting is for");
    const Field* field = table_.find("summary");
    if (field == nullptr) {
      faults_.missing(path("summary"), remedy);
    } else if (!field->text || trim(*field->text).empty()) {
      faults_.wrong(path("summary"), *field, remedy);
    } else {
      setting_.summary = *field->text;
    }
  }

  void read_indicator() {
    const Field* field = table_.find("indicator");
    if (field == nullptr) return;
    if (field->text && is_identifier(*field->text)) {
      setting_.indicator = *field->text;
    } else {
      faults_.wrong(path("indicator"), *field, message("write the code of an indicator"));
    }
  }

  std::optional<double> bound(const std::string& key, bool& right) {
    const Field* field = table_.find(key);
    if (field == nullptr) return std::nullopt;
    if (field->number && std::isfinite(*field->number)) return field->number;
    faults_.wrong(path(key), *field, message("write a number"));
    right = false;
    return std::nullopt;
  }

  bool read_bounds() {
    bool right = true;
    setting_.minimum = bound("minimum", right);
    setting_.maximum = bound("maximum", right);
    if (!right) return false;
    if (setting_.type == SettingType::boolean && (setting_.minimum || setting_.maximum)) {
      faults_.add("package.setting_bounds",
                  faults_.at(path(setting_.minimum ? "minimum" : "maximum")),
                  message("setting \"{0}\" is true or false, and has no bounds", setting_.name),
                  message("remove them"));
      return false;
    }
    if (setting_.type == SettingType::percent) {
      if (!setting_.minimum) setting_.minimum = 0;
      if (!setting_.maximum) setting_.maximum = whole_percent;
    }
    if (setting_.minimum && setting_.maximum && *setting_.minimum > *setting_.maximum) {
      faults_.add("package.setting_bounds", faults_.at(path("minimum")),
                  message("the minimum of setting \"{0}\" is {1}, its maximum {2}", setting_.name,
                          Figure{*setting_.minimum}, Figure{*setting_.maximum}),
                  message("exchange the two"));
      return false;
    }
    return true;
  }

  void read_default() {
    const Field* field = table_.find("default");
    if (field == nullptr) return;
    const bool is_boolean = setting_.type == SettingType::boolean;
    std::optional<double> value = is_boolean ? std::nullopt : field->number;
    if (is_boolean && field->truth) value = *field->truth ? 1 : 0;
    const bool right = value && std::isfinite(*value) && fault_of_type(setting_, *value).empty() &&
                       fault_of_bounds(setting_, *value).empty();
    if (right) {
      setting_.fallback = value;
      return;
    }
    faults_.add("package.setting_default", faults_.at(path("default")),
                message("the default of setting \"{0}\" is {1}", setting_.name, field->described),
                is_boolean ? message("write true or false") : accepted_by(setting_));
  }

  const Field& table_;
  ManifestFaults& faults_;
  Setting setting_;
};

}  // namespace

std::vector<Setting> read_declared_settings(const Field& root, ManifestFaults& faults) {
  std::vector<Setting> all;
  const Field* field = root.find("settings");
  if (field == nullptr) return all;
  const Message remedy = message(
      "write settings = {{ name = {{ type = \"number\", default = 1, summary = \"…\" }} }}");
  if (!field->is_table) {
    faults.wrong({"settings"}, *field, remedy);
    return all;
  }
  for (const Field& table : field->fields) {
    if (table.is_table && is_identifier(table.key)) {
      all.push_back(SettingReader(table, faults).read());
    } else {
      faults.wrong({"settings", table.key}, table, remedy);
    }
  }
  return all;
}

Message fault_of_type(const Setting& setting, double value) {
  const bool whole = value == std::floor(value);
  if (setting.type == SettingType::integer && !whole) {
    return message("setting \"{0}\" is {1}, no whole number", setting.name, Figure{value});
  }
  if (setting.type == SettingType::boolean && value != 0 && value != 1) {
    return message("setting \"{0}\" is {1}, neither 1 (yes) nor 0 (no)", setting.name,
                   Figure{value});
  }
  return {};
}

Message fault_of_bounds(const Setting& setting, double value) {
  const bool below = setting.minimum && value < *setting.minimum;
  const bool above = setting.maximum && value > *setting.maximum;
  if (!below && !above) return {};
  return message("setting \"{0}\" is {1}, out of its bounds", setting.name, Figure{value});
}

Message accepted_by(const Setting& setting) {
  if (setting.type == SettingType::boolean) return message("give 1 (yes) or 0 (no)");
  const Message kind =
      setting.type == SettingType::integer ? message("a whole number") : message("a number");
  if (setting.minimum && setting.maximum) {
    return message("give {0} from {1} to {2}", kind, Figure{*setting.minimum},
                   Figure{*setting.maximum});
  }
  if (setting.minimum) return message("give {0} from {1} on", kind, Figure{*setting.minimum});
  if (setting.maximum) return message("give {0} up to {1}", kind, Figure{*setting.maximum});
  return message("give {0}", kind);
}

}  // namespace cpom::script
