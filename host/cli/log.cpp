#include "cli/log.hpp"

#include <iterator>
#include <memory>

#include <fmt/format.h>
#include <spdlog/formatter.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "base/text.hpp"

namespace cpom::cli {
namespace {

/// One object per line: {"level":"info","message":"…"}.
class JsonFormatter : public spdlog::formatter {
 public:
  void format(const spdlog::details::log_msg& entry, spdlog::memory_buf_t& line) override {
    const auto level = spdlog::level::to_string_view(entry.level);
    fmt::format_to(std::back_inserter(line), "{{\"level\":\"{}\",\"message\":{}}}\n",
                   std::string_view(level.data(), level.size()),
                   json_text({entry.payload.data(), entry.payload.size()}));
  }

  std::unique_ptr<spdlog::formatter> clone() const override {
    return std::make_unique<JsonFormatter>();
  }
};

spdlog::level::level_enum level_for(int verbosity) {
  if (verbosity <= 0) return spdlog::level::warn;
  return verbosity == 1 ? spdlog::level::info : spdlog::level::debug;
}

/// A replacement for each byte that begins no character.
std::string valid_utf8(std::string_view text) {
  std::string valid;
  while (const auto fault = invalid_utf8(text)) {
    valid += text.substr(0, *fault);
    valid += "\uFFFD";
    text.remove_prefix(*fault + 1);
  }
  valid += text;
  return valid;
}

}  // namespace

void start_log(const Options& options) {
  auto log =
      std::make_shared<spdlog::logger>("cpom", std::make_shared<spdlog::sinks::stderr_sink_st>());
  if (options.log_format == LogFormat::json) {
    log->set_formatter(std::make_unique<JsonFormatter>());
  } else {
    log->set_pattern("%l: %v");
  }
  log->set_level(level_for(options.verbosity));
  spdlog::set_default_logger(std::move(log));
}

std::string json_text(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : valid_utf8(text)) {
    if (c == '"' || c == '\\') {
      quoted += '\\';
      quoted += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      quoted += fmt::format("\\u{:04x}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    } else {
      quoted += c;
    }
  }
  return quoted + "\"";
}

}  // namespace cpom::cli
