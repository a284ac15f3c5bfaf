#include "xml/well_formed.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "xml/lines.hpp"
#include "xml/references.hpp"

namespace cpom::xml {
namespace {

constexpr std::size_t deepest = 64;
constexpr std::size_t most_attributes = 128;
constexpr std::size_t most_faults = 1000;
constexpr std::size_t longest_attribute = std::size_t{64} * 1024;
constexpr std::size_t none = std::string_view::npos;
constexpr std::string_view blanks = " \t\r\n";

bool is_blank(char c) { return blanks.find(c) != none; }

/// Blanks and punctuation beyond ASCII (U+0080 to U+00BF, U+2000 to U+203F): no part of a name.
bool is_foreign_sign(std::string_view text) {
  return text.starts_with('\xC2') || text.starts_with("\xE2\x80");
}

bool starts_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool continues_name(char c) {
  return starts_name(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

struct Attribute {
  std::string_view name;
  std::string_view value;
};

/// "1.0", or a later version that changes nothing for us.
bool is_version(std::string_view text) {
  return text.starts_with("1.") && text.size() > 2 &&
         text.find_first_not_of("0123456789", 2) == none;
}

/// Whether these may stand in <?xml …?>: version, then encoding, then standalone.
bool is_declaration(const std::vector<Attribute>& attributes) {
  if (attributes.empty() || attributes[0].name != "version") return false;
  if (!is_version(attributes[0].value)) return false;
  std::size_t read = 1;
  if (read < attributes.size() && attributes[read].name == "encoding") ++read;
  const bool standalone = read < attributes.size() && attributes[read].name == "standalone" &&
                          (attributes[read].value == "yes" || attributes[read].value == "no");
  return read + (standalone ? 1 : 0) == attributes.size();
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text), lines_(text) {}

  FormCheck run();

 private:
  struct Open {
    std::string_view name;
    std::size_t offset;
  };

  void declaration();
  void markup();
  void skip_comment();
  void skip_instruction();
  void skip_cdata();
  void start_tag();
  void end_tag();
  void character_data();
  void attributes(std::size_t tag);
  void attribute(std::vector<Attribute>& found);
  void add_attribute(const Attribute& added, std::size_t at, std::vector<Attribute>& found);
  bool check_references(std::size_t from, std::size_t to);
  void at_end();

  bool sees(std::string_view what) const { return text_.substr(at_).starts_with(what); }
  bool ended() const { return at_ >= text_.size(); }
  std::size_t skip_blanks();
  std::string_view take_name();
  int line_of(std::size_t offset) const { return lines_.at(offset).line; }
  void note(std::size_t offset, std::string code, Message what, Message remedy = {});
  void stop(std::size_t offset, Message what, Message remedy = {});

  std::string_view text_;
  LineTable lines_;
  std::size_t at_ = 0;
  std::vector<Open> open_;
  bool root_seen_ = false;
  FormCheck check_;
};

FormCheck Scanner::run() {
  declaration();
  while (check_.readable && !ended()) {
    if (text_[at_] == '<') {
      markup();
    } else {
      character_data();
    }
  }
  if (check_.readable) at_end();
  return std::move(check_);
}

void Scanner::note(std::size_t offset, std::string code, Message what, Message remedy) {
  check_.faults.push_back({offset, std::move(code), std::move(what), std::move(remedy)});
  if (check_.faults.size() > most_faults) check_.readable = false;
}

void Scanner::stop(std::size_t offset, Message what, Message remedy) {
  note(offset, "xml.malformed", std::move(what), std::move(remedy));
  check_.readable = false;
}

std::size_t Scanner::skip_blanks() {
  const std::size_t from = at_;
  at_ = std::min(text_.find_first_not_of(blanks, at_), text_.size());
  return at_ - from;
}

std::string_view Scanner::take_name() {
  const std::size_t from = at_;
  if (ended() || !starts_name(text_[at_])) return {};
  while (!ended() && continues_name(text_[at_]) && !is_foreign_sign(text_.substr(at_, 2))) ++at_;
  return text_.substr(from, at_ - from);
}

/// <?xml version="1.0" encoding="…" standalone="…"?>
void Scanner::declaration() {
  if (!sees("<?xml") || at_ + 5 >= text_.size() || !is_blank(text_[at_ + 5])) return;
  const std::size_t end = text_.find("?>");
  if (end == none) return stop(0, message("the XML declaration has no \"?>\""));
  at_ = 5;
  std::vector<Attribute> attributes;
  while (check_.readable && skip_blanks() > 0 && at_ < end) attribute(attributes);
  if (!check_.readable) return;
  if (at_ != end || !is_declaration(attributes)) {
    return stop(0, message("the XML declaration is not right"),
                message("write <?xml version=\"1.0\" encoding=\"UTF-8\"?>"));
  }
  at_ = end + 2;
}

void Scanner::markup() {
  if (sees("<!--")) return skip_comment();
  if (sees("<?")) return skip_instruction();
  if (sees("<![CDATA[")) return skip_cdata();
  if (sees("<!DOCTYPE")) {
    note(at_, "xml.doctype", message("a document type (<!DOCTYPE …>) is not accepted"),
         message("remove it: a definition is checked without one"));
    check_.readable = false;
    return;
  }
  if (sees("</")) return end_tag();
  start_tag();
}

void Scanner::skip_comment() {
  const std::size_t end = text_.find("--", at_ + 4);
  if (end == none) return stop(at_, message("this comment has no end"), message("add \"-->\""));
  if (text_.substr(end, 3) != "-->") {
    return stop(end, message("\"--\" may not stand inside a comment"),
                message("end the comment with \"-->\", or write one dash"));
  }
  at_ = end + 3;
}

void Scanner::skip_instruction() {
  const std::size_t from = at_;
  const std::size_t end = text_.find("?>", at_ + 2);
  at_ += 2;
  const std::string_view target = take_name();
  if (target == "xml") {
    return stop(from, message("the XML declaration is not at the very beginning of the file"),
                message("remove what stands before it, blanks too"));
  }
  const bool separated = at_ == end || (!ended() && is_blank(text_[at_]));
  if (end == none || target.empty() || !separated) {
    return stop(from, message("this processing instruction is not right"),
                message("write it as <?name …?>, or remove it"));
  }
  at_ = end + 2;
}

void Scanner::skip_cdata() {
  const std::size_t end = text_.find("]]>", at_);
  if (end == none)
    return stop(at_, message("this CDATA section has no end"), message("add \"]]>\""));
  if (open_.empty()) return stop(at_, message("text stands outside the root element"));
  at_ = end + 3;
}

void Scanner::character_data() {
  const std::size_t from = at_;
  at_ = std::min(text_.find('<', from), text_.size());
  const std::string_view data = text_.substr(from, at_ - from);
  const std::size_t word = data.find_first_not_of(blanks);
  if (word == none) return;
  if (open_.empty()) {
    return stop(from + word, message("text stands outside the root element"),
                message("remove it, or put it in a comment"));
  }
  const std::size_t end_mark = data.find("]]>");
  if (end_mark != none) {
    return stop(from + end_mark, message("\"]]>\" may not stand in a text"),
                message("write \"]]&gt;\""));
  }
  check_references(from, at_);
}

void Scanner::start_tag() {
  const std::size_t tag = at_++;
  const std::string_view name = take_name();
  if (name.empty()) {
    return stop(tag, message("\"<\" starts no element here"),
                message("write \"&lt;\" for the character itself"));
  }
  if (open_.empty() && root_seen_) {
    return stop(tag, message("<{0}> is a second root element", printable(name)),
                message("a document has exactly one root element"));
  }
  root_seen_ = true;
  open_.push_back({name, tag});
  if (open_.size() > deepest) {
    note(tag, "xml.too_deep", message("elements are nested more than {0} deep", deepest),
         message("check that every element is closed where it should be"));
    check_.readable = false;
    return;
  }
  attributes(tag);
}

void Scanner::attributes(std::size_t tag) {
  std::vector<Attribute> found;
  while (check_.readable) {
    const std::size_t skipped = skip_blanks();
    if (sees("/>")) {
      at_ += 2;
      open_.pop_back();
      return;
    }
    if (sees(">")) {
      ++at_;
      return;
    }
    if (ended() || text_[at_] == '<') {
      return stop(tag, message("the tag <{0} … has no \">\"", printable(open_.back().name)));
    }
    if (is_foreign_sign(text_.substr(at_, 2))) {
      return stop(at_, message("this sign may not stand between attributes"),
                  message("a no-break space is none that counts: type a plain one"));
    }
    if (skipped == 0) {
      return stop(at_, message("a blank is missing before this attribute, or a quote is too many"));
    }
    attribute(found);
  }
}

/// Reads one attribute and adds it to \a found.
void Scanner::attribute(std::vector<Attribute>& found) {
  const std::size_t from = at_;
  const std::string_view name = take_name();
  if (name.empty()) {
    return stop(from, message("an attribute was expected here"),
                message("attributes are written name=\"value\""));
  }
  skip_blanks();
  const bool equals = sees("=");
  if (equals) ++at_;
  skip_blanks();
  if (!equals || !(sees("\"") || sees("'"))) {
    return stop(from, message("the attribute \"{0}\" has no value in quotes", printable(name)),
                message("write {0}=\"…\"", printable(name)));
  }
  const char quote = text_[at_++];
  const std::size_t end = text_.find(quote, at_);
  const std::size_t less = text_.find('<', at_);
  if (end == none || less < end) {
    return stop(from,
                message("the value of the attribute \"{0}\" has no end, or contains \"<\"",
                        printable(name)),
                message("add the closing quote, or write \"&lt;\""));
  }
  add_attribute({name, text_.substr(at_, end - at_)}, from, found);
  if (end - at_ > longest_attribute) {
    note(from, "xml.too_large",
         message("the attribute \"{0}\" has more than {1} bytes", printable(name),
                 Figure{double(longest_attribute)}),
         message("shorten it, or look for a quotation mark that is missing"));
    check_.damaged_attributes.insert(from);
  }
  if (!check_references(at_, end)) check_.damaged_attributes.insert(from);
  at_ = end + 1;
}

void Scanner::add_attribute(const Attribute& added, std::size_t at, std::vector<Attribute>& found) {
  const bool given = std::any_of(found.begin(), found.end(), [&](const Attribute& attribute) {
    return attribute.name == added.name;
  });
  if (given) {
    note(at, "xml.duplicate_attribute",
         message("the attribute \"{0}\" is given twice", printable(added.name)),
         message("keep one of the two"));
  }
  found.push_back(added);
  if (found.size() > most_attributes) {
    note(at, "xml.too_large", message("more than {0} attributes", most_attributes));
    check_.readable = false;
  }
}

void Scanner::end_tag() {
  const std::size_t tag = at_;
  at_ += 2;
  const std::string_view name = take_name();
  skip_blanks();
  if (!sees(">")) return stop(tag, message("the tag </{0} … has no \">\"", printable(name)));
  ++at_;
  if (open_.empty()) {
    return stop(tag, message("</{0}> closes nothing", printable(name)), message("remove it"));
  }
  const Open last = open_.back();
  if (last.name != name) {
    return stop(tag,
                message("</{0}> stands where </{1}> is due, for <{1}> in line {2}", printable(name),
                        printable(last.name), line_of(last.offset)),
                message("close the elements in the reverse order of their opening"));
  }
  open_.pop_back();
}

/// Whether every '&' between the two offsets starts a reference that XML defines.
bool Scanner::check_references(std::size_t from, std::size_t to) {
  bool right = true;
  const std::string_view part = text_.substr(0, to);
  for (std::size_t at = part.find('&', from); at != none && check_.readable;
       at = part.find('&', at + 1)) {
    std::size_t end = at + 1;
    if (end < to && text_[end] == '#') ++end;
    while (end < to && continues_name(text_[end])) ++end;
    const std::string_view name = text_.substr(at + 1, end - at - 1);
    if (end >= to || text_[end] != ';' || name.empty()) {
      note(at, "xml.entity", message("\"&\" starts no reference here"), message("write \"&amp;\""));
      right = false;
      continue;
    }
    if (is_defined_reference(name)) continue;
    note(at, "xml.entity", message("\"&{0};\" is not defined", printable(name.substr(0, 40))),
         message("write the character itself"));
    right = false;
  }
  return right;
}

void Scanner::at_end() {
  if (!root_seen_) {
    return stop(text_.size(), message("the file has no element"));
  }
  if (!open_.empty()) {
    const Open last = open_.back();
    stop(last.offset, message("<{0}> is not closed", printable(last.name)),
         message("add </{0}>", printable(last.name)));
  }
}

}  // namespace

FormCheck check_form(std::string_view text) { return Scanner(text).run(); }

}  // namespace cpom::xml
