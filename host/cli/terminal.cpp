#include "cli/terminal.hpp"

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include <sys/ioctl.h>
#include <unistd.h>

namespace cpom::cli {
namespace {

constexpr int width_of_page = 100;
constexpr int narrowest = 60;
constexpr int widest = 200;

std::string_view environment(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string_view{} : value;
}

}  // namespace

bool is_on_terminal(const Options& options) {
  return options.output.empty() && ::isatty(STDOUT_FILENO) == 1;
}

int width_for(const Options& options) {
  if (options.width) return *options.width;
  winsize size{};
  const bool known = is_on_terminal(options) && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0;
  if (!known || size.ws_col == 0) return width_of_page;
  return std::clamp(static_cast<int>(size.ws_col), narrowest, widest);
}

bool colours_for(const Options& options) {
  switch (options.colour) {
    case Colour::always: return true;
    case Colour::never: return false;
    case Colour::automatic: break;
  }
  return is_on_terminal(options) && environment("NO_COLOR").empty() &&
         environment("TERM") != "dumb";
}

}  // namespace cpom::cli
