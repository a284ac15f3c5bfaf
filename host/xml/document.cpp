#include "xml/document.hpp"

#include <utility>

#include "xml/encoding.hpp"
#include "xml/well_formed.hpp"

namespace cpom::xml {
namespace {

constexpr std::size_t most_faults = 1000;

}  // namespace

Document::Document(std::string_view bytes, std::string file, Diagnostics& found)
    : file_(std::move(file)),
      found_(found),
      text_(to_utf8(bytes, file_, found).value_or("")),
      lines_(text_) {
  if (!text_.empty()) check_and_parse();
}

void Document::check_and_parse() {
  FormCheck check = check_form(text_);
  for (FormFault& fault : check.faults) {
    report({Severity::error, std::move(fault.code), position(fault.offset), std::move(fault.what),
            std::move(fault.remedy)});
  }
  if (!check.readable) return;
  refused_ = std::move(check.damaged_attributes);
  buffer_ = text_;
  const pugi::xml_parse_result result = tree_.load_buffer_inplace(
      buffer_.data(), buffer_.size(), pugi::parse_default, pugi::encoding_utf8);
  readable_ = result.status == pugi::status_ok;
  if (!readable_) {
    found_.error("xml.malformed", position(static_cast<std::size_t>(result.offset)),
                 message("this is not well-formed XML"));
  }
}

void Document::report(Diagnostic fault) const {
  const std::size_t count = found_.all().size();
  if (count < most_faults) {
    found_.add(std::move(fault));
  } else if (count == most_faults) {
    found_.error("xml.too_many_faults", {file_},
                 message("more than {0} faults: only these are shown", most_faults),
                 message("correct these first, or check that it is the right file"));
  }
}

bool Document::full() const { return found_.all().size() > most_faults; }

Position Document::where(pugi::xml_node node) const {
  if (node.type() == pugi::node_element) return position(offset(node.name()) - 1);
  // The start of a text keeps its place in the buffer; what follows may have moved.
  const std::size_t start = offset(node.value());
  return position(text_.find_first_not_of(" \t\r\n", start));
}

Position Document::where(pugi::xml_attribute attribute) const {
  return position(offset(attribute.name()));
}

void Document::refuse(pugi::xml_attribute attribute) { refused_.insert(offset(attribute.name())); }

bool Document::refused(pugi::xml_attribute attribute) const {
  return refused_.contains(offset(attribute.name()));
}

void Document::mark_faulty(pugi::xml_node node) {
  while (node && faulty_.insert(node).second) node = node.parent();
}

bool Document::intact(pugi::xml_node node) const { return !faulty_.contains(node); }

std::size_t Document::offset(const char* place) const {
  return static_cast<std::size_t>(place - buffer_.data());
}

Position Document::position(std::size_t offset) const {
  const LineColumn place = lines_.at(offset);
  return {file_, place.line, place.column};
}

}  // namespace cpom::xml
