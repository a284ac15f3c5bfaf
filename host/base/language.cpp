#include "base/language.hpp"

#include <algorithm>
#include <locale>
#include <type_traits>

#include <boost/locale/gnu_gettext.hpp>
#include <boost/locale/message.hpp>
#include <fmt/args.h>
#include <fmt/format.h>

#include "base/french_catalogue.hpp"
#include "base/number.hpp"

namespace cpom {
namespace {

using Catalogue = boost::locale::message_format<char>;

constexpr std::string_view narrow_no_break_space = "\u202F";

/// A locale that knows nothing but our messages, and is never made global: numbers and dates stay
/// independent of the machine.
std::locale make_french() {
  namespace gettext = boost::locale::gnu_gettext;
  gettext::messages_info info;
  info.language = "fr";
  info.encoding = "UTF-8";
  info.paths.emplace_back();
  info.domains.emplace_back("cpom");
  info.callback = [](const std::string&, const std::string&) {
    return std::vector<char>(french_catalogue, french_catalogue + french_catalogue_size);
  };
  return {std::locale::classic(), gettext::create_messages_facet<char>(info)};
}

const Catalogue& french() {
  static const std::locale locale = make_french();
  return std::use_facet<Catalogue>(locale);
}

std::string translated(const Message& message, Language language) {
  const bool plural = !message.plural_id.empty();
  if (language == Language::french) {
    const char* const id = message.id.c_str();
    const int number = static_cast<int>(std::clamp(message.count, 0L, 1'000'000L));
    const char* const text =
        plural ? french().get(0, nullptr, id, number) : french().get(0, nullptr, id);
    if (text != nullptr) return text;
  }
  return plural && message.count != 1 ? message.plural_id : message.id;
}

std::string text_of(const MessageArgument& argument, Language language) {
  const auto visitor = [language](const auto& value) -> std::string {
    using T = std::decay_t<decltype(value)>;
    if constexpr (std::is_same_v<T, std::string>) {
      return value;
    } else if constexpr (std::is_same_v<T, std::vector<Message>>) {
      std::string joined;
      for (const Message& part : value) {
        if (!joined.empty()) joined += ", ";
        joined += render(part, language);
      }
      return joined;
    } else {
      return render(value, language);
    }
  };
  return std::visit(visitor, argument);
}

/// "1234567" to "1 234 567", with \a separator between the groups.
std::string grouped(std::string_view digits, std::string_view separator) {
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) text += separator;
    text += digits[i];
  }
  return text;
}

}  // namespace

std::optional<Language> parse_language(std::string_view name) {
  if (name.size() > 2 && std::string_view("_-.@").find(name[2]) == std::string_view::npos) {
    return std::nullopt;
  }
  const std::string_view code = name.substr(0, 2);
  if (code == "fr" || code == "FR") return Language::french;
  if (code == "en" || code == "EN") return Language::english;
  return std::nullopt;
}

std::string_view code_of(Language language) { return language == Language::french ? "fr" : "en"; }

std::string render(const Message& message, Language language) {
  // The catalogue keeps its own header under the empty key.
  if (message.id.empty()) return {};
  const std::string pattern = translated(message, language);
  fmt::dynamic_format_arg_store<fmt::format_context> arguments;
  for (const MessageArgument& argument : message.arguments) {
    arguments.push_back(text_of(argument, language));
  }
  try {
    return fmt::vformat(pattern, arguments);
  } catch (const fmt::format_error&) {
    // A rule may give any text as its reason: braces in it are no placeholders.
    return pattern;
  }
}

std::string render(Figure figure, Language language) {
  const bool french = language == Language::french;
  const std::string plain =
      figure.decimals < 0 ? decimal_text(figure.value) : fixed_text(figure.value, figure.decimals);
  const std::size_t first = plain.starts_with('-') ? 1 : 0;
  const std::size_t point = std::min(plain.find('.'), plain.size());
  std::string text = plain.substr(0, first);
  text += grouped(std::string_view(plain).substr(first, point - first),
                  french ? narrow_no_break_space : ",");
  if (point < plain.size()) {
    text += french ? ',' : '.';
    text += plain.substr(point + 1);
  }
  return text;
}

std::string render(Date date, Language language) {
  if (language == Language::english) return iso_text(date);
  return fmt::format("{:02}/{:02}/{:04}", static_cast<unsigned>(date.day()),
                     static_cast<unsigned>(date.month()), static_cast<int>(date.year()));
}

}  // namespace cpom
