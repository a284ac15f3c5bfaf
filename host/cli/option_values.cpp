#include "cli/option_values.hpp"

#include "base/diagnostic.hpp"
#include "base/names.hpp"

namespace cpom::cli {

void misuse(std::string code, Message what, Message remedy) {
  throw Error("usage." + std::move(code), {}, std::move(what), std::move(remedy));
}

std::optional<std::string> single(std::string_view option, const Texts& values) {
  if (values.empty()) return std::nullopt;
  if (values.size() > 1) {
    misuse("repeated", message("{0} is given {1} times", option, values.size()),
           message("give it once"));
  }
  return values.front();
}

void wrong_word(std::string_view option, const std::string& word, const Texts& known) {
  misuse("wrong_value", message("{0}: \"{1}\" is not known", option, word),
         suggestion(word, known));
}

}  // namespace cpom::cli
