#include "script/failures.hpp"

namespace cpom::script {
namespace {

const char* word_of(lua::Failure::Kind kind) {
  using Kind = lua::Failure::Kind;
  switch (kind) {
    case Kind::syntax: return ".syntax";
    case Kind::error: return ".error";
    case Kind::unavailable: return ".unavailable";
    case Kind::unknown_name: return ".unknown_name";
    case Kind::constant: return ".constant";
    case Kind::instructions: return ".budget";
    case Kind::memory: break;
  }
  return ".memory";
}

}  // namespace

Diagnostic diagnostic_of(const lua::Failure& failure, const std::string& family, Message what,
                         const Position& otherwise) {
  return {Severity::error, family + word_of(failure.kind),
          failure.where.file.empty() ? otherwise : failure.where, std::move(what), failure.remedy};
}

}  // namespace cpom::script
