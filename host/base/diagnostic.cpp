#include "base/diagnostic.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace cpom {
namespace {

Message severity_word(Severity severity) {
  switch (severity) {
    case Severity::note: return message("note");
    case Severity::warning: return message("warning");
    case Severity::error: break;
  }
  return message("error");
}

}  // namespace

std::string text_of(const Position& position) {
  if (position.line == 0) return position.file;
  if (position.column == 0) return fmt::format("{}:{}", position.file, position.line);
  return fmt::format("{}:{}:{}", position.file, position.line, position.column);
}

std::string_view code_of(Severity severity) {
  switch (severity) {
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: break;
  }
  return "error";
}

std::string render(const Diagnostic& diagnostic, Language language) {
  const std::string place = text_of(diagnostic.where);
  const std::string_view colon = language == Language::french ? "\u00A0: " : ": ";
  std::string text = place.empty() ? "" : place + ": ";
  text += render(severity_word(diagnostic.severity), language);
  text += colon;
  text += render(diagnostic.what, language);
  if (!diagnostic.remedy.empty()) {
    text += fmt::format(" ({})", render(diagnostic.remedy, language));
  }
  text += fmt::format(" [{}]", diagnostic.code);
  return text;
}

void Diagnostics::error(std::string code, Position where, Message what, Message remedy) {
  add({Severity::error, std::move(code), std::move(where), std::move(what), std::move(remedy)});
}

void Diagnostics::warning(std::string code, Position where, Message what, Message remedy) {
  add({Severity::warning, std::move(code), std::move(where), std::move(what), std::move(remedy)});
}

void Diagnostics::note(std::string code, Position where, Message what, Message remedy) {
  add({Severity::note, std::move(code), std::move(where), std::move(what), std::move(remedy)});
}

void Diagnostics::append(const Diagnostics& others) {
  all_.insert(all_.end(), others.all_.begin(), others.all_.end());
}

long Diagnostics::count(Severity severity) const {
  return std::count_if(all_.begin(), all_.end(),
                       [severity](const Diagnostic& d) { return d.severity == severity; });
}

Error::Error(Diagnostic diagnostic)
    : diagnostic_(std::move(diagnostic)), text_(render(diagnostic_, Language::english)) {}

Error::Error(std::string code, Position where, Message what, Message remedy)
    : Error(Diagnostic{Severity::error, std::move(code), std::move(where), std::move(what),
                       std::move(remedy)}) {}

}  // namespace cpom
