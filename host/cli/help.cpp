#include "cli/help.hpp"

#include "base/text.hpp"

namespace cpom::cli {
namespace {

constexpr int page_width = 80;
constexpr int name_width = 26;

std::string blanks(int count) {
  return std::string(static_cast<std::size_t>(count > 0 ? count : 0), ' ');
}

/// "  --name FILE      description", the description wrapped under itself.
std::string entry(const std::string& name, const std::string& description) {
  std::string text = "  " + name;
  const int used = display_width(text);
  if (used + 2 > name_width) {
    text += "\n" + blanks(name_width);
  } else {
    text += blanks(name_width - used);
  }
  bool first = true;
  for (const std::string& line : wrap(description, page_width - name_width)) {
    if (!first) text += blanks(name_width);
    first = false;
    text += line + "\n";
  }
  return text;
}

std::string name_of(const CLI::Option& option) {
  if (option.get_positional()) {
    return option.get_name(true) + (option.get_items_expected_max() > 1 ? "…" : "");
  }
  std::string name = option.get_name(false, true);
  const auto comma = name.find(',');
  if (comma != std::string::npos) name.insert(comma + 1, " ");
  const std::string type = option.get_type_name();
  return option.get_items_expected_max() == 0 || type.empty() ? name : name + " " + type;
}

}  // namespace

std::string HelpFormatter::make_help(const CLI::App* app, std::string name,
                                     CLI::AppFormatMode) const {
  std::string text;
  for (const std::string& line : wrap(app->get_description(), page_width)) text += line + "\n";
  text += "\n" + usage(*app, name);
  text += commands(*app);
  text += options(*app, true);
  text += options(*app, false);
  if (!app->get_footer().empty()) text += "\n" + app->get_footer() + "\n";
  return text;
}

std::string HelpFormatter::usage(const CLI::App& app, const std::string& name) const {
  const bool has_commands = !app.get_subcommands({}).empty();
  std::string words = name;
  if (has_commands) words += " " + say(message("COMMAND"));
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional()) words += " " + name_of(*option);
  }
  return say(message("Usage: {0} [options]", words)) + "\n";
}

std::string HelpFormatter::commands(const CLI::App& app) const {
  std::string text;
  for (const CLI::App* command : app.get_subcommands({})) {
    text += entry(command->get_name(), command->get_description());
  }
  return text.empty() ? text : "\n" + say(message("Commands:")) + "\n" + text;
}

std::string HelpFormatter::options(const CLI::App& app, bool positional) const {
  std::string text;
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional() != positional) continue;
    text += entry(name_of(*option), option->get_description());
  }
  if (text.empty()) return text;
  return "\n" + say(positional ? message("Arguments:") : message("Options:")) + "\n" + text;
}

}  // namespace cpom::cli
