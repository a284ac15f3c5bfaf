/// What people who write rules read of a name that the host gives them.
#pragma once

#include <string_view>

namespace cpom::lua {

/// The one source of annotations for editors, of the reference and of `cpom help NAME`. A name
/// cannot be registered without one: an empty part does not compile, and the tests run the example
/// and compare what it gives.
struct Description {
  /// "(x: number, decimals?: integer): number", in the types of LuaCATS; ": number" of a constant.
  std::string_view signature;
  /// One sentence each.
  std::string_view english;
  std::string_view french;
  /// An expression, or statements with a return, and what that gives as Lua writes it; "error: …"
  /// of one that stops the rule. Empty `gives`: a statement of a spec.
  std::string_view example;
  std::string_view gives;

  // NOLINTNEXTLINE(bugprone-easily-swappable-parameters): told apart by what they hold.
  consteval Description(std::string_view signature_text, std::string_view english_text,
                        std::string_view french_text, std::string_view example_text,
                        std::string_view result)
      : signature(signature_text),
        english(english_text),
        french(french_text),
        example(example_text),
        gives(result) {
    if (signature.empty() || (signature.front() != '(' && signature.front() != ':')) throw 1;
    if (english.empty() || english.back() != '.') throw 2;
    if (french.empty() || french.back() != '.' || example.empty()) throw 3;
  }
};

}  // namespace cpom::lua
