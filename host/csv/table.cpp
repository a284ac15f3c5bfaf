#include "csv/table.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <new>
#include <optional>

namespace cpom::csv {
namespace {

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

/// The line by which spreadsheets tell their separator: "sep=;".
std::optional<char> told_separator(std::string_view text) {
  constexpr std::string_view directive = "sep=";
  if (text.size() <= directive.size()) return std::nullopt;
  if (folded(text.substr(0, directive.size())) != directive) return std::nullopt;
  const char separator = text[directive.size()];
  const std::string_view rest = text.substr(directive.size() + 1);
  const bool alone = rest.empty() || is_line_end(rest.front());
  constexpr std::string_view known = ";,\t|";
  const bool usable = known.find(separator) != std::string_view::npos;
  return alone && usable ? std::optional(separator) : std::nullopt;
}

}  // namespace

char find_separator(std::string_view text) {
  if (const auto told = told_separator(text)) return *told;
  constexpr std::string_view separators = ";\t,";
  std::array<long, separators.size()> counts{};
  bool quoted = false;
  bool begun = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (is_line_end(c) && begun && !quoted) break;
    begun = begun || !is_line_end(c);
    const std::size_t which = separators.find(c);
    if (!quoted && which != std::string_view::npos) ++counts[which];
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  return *most == 0 ? '\0' : separators[static_cast<std::size_t>(most - counts.begin())];
}

bool tells_separator(const Row& row) {
  return row.fields == 2 && folded(row.cells[0].text) == "sep=" && row.cells[1].text.empty();
}

int column_of(const Cell& cell, std::string_view text) {
  const auto before = text.substr(cell.line_start, cell.offset - cell.line_start);
  return 1 + static_cast<int>(character_count(before));
}

RowReader::RowReader(std::string_view text, char separator) : text_(text), separator_(separator) {
  csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI);
  csv_set_delim(&parser_, static_cast<unsigned char>(separator));
  csv_set_blk_size(&parser_, 4096);
}

RowReader::~RowReader() { csv_free(&parser_); }

bool RowReader::next(Row& row) {
  while (at_ < text_.size()) {
    row.cells.clear();
    row.fields = 0;
    row_has_text_ = false;
    const std::size_t end = end_of_plain_line();
    if (end != std::string_view::npos) {
      split_line(row, end);
    } else {
      parse_row(row);
    }
    if (row_has_text_) return true;
  }
  return false;
}

/// npos when there is a quote in this line.
std::size_t RowReader::end_of_plain_line() const {
  for (std::size_t i = at_; i < text_.size(); ++i) {
    if (text_[i] == '"') return std::string_view::npos;
    if (is_line_end(text_[i])) return i;
  }
  return text_.size();
}

/// Most lines are without quotes and need no parser.
void RowReader::split_line(Row& row, std::size_t end) {
  const auto add = [&](std::size_t cell_end) {
    const auto raw = text_.substr(cell_.offset, cell_end - cell_.offset);
    add_cell(row, raw, raw);
  };
  begin_cell(at_);
  for (; at_ < end; ++at_) {
    if (text_[at_] != separator_) continue;
    add(at_);
    begin_cell(at_ + 1);
  }
  add(end);
  at_ = std::min(end + (text_.substr(end).starts_with("\r\n") ? 2 : 1), text_.size());
  begin_line();
}

void RowReader::parse_row(Row& row) {
  begin_cell(at_);
  do {
    ended_ = {};
    if (at_ < text_.size()) {
      parse_piece();
    } else {
      parse_end();
    }
    if (!ended_.cell) continue;
    const auto raw = text_.substr(cell_.offset, ended_.end - cell_.offset);
    add_cell(row, raw, cell_.quotes == Quotes::right ? literal(ended_.content, raw) : raw);
    begin_cell(at_);
  } while (!ended_.row);
}

void RowReader::parse_piece() {
  std::size_t end = at_;
  while (end < text_.size() && text_[end] != separator_ && !is_line_end(text_[end])) ++end;
  feed(std::min(end + 1, text_.size()));
  ended_.end = end;
  // Of CRLF the second half is an empty line, which is passed over.
  if (end < text_.size() && is_line_end(text_[end]) && !text_.substr(end).starts_with("\r\n")) {
    begin_line();
  }
}

void RowReader::feed(std::size_t end) {
  while (at_ < end) {
    at_ += csv_parse(&parser_, text_.data() + at_, end - at_, cell_ended, row_ended, &ended_);
    if (at_ == end) return;
    if (csv_error(&parser_) != CSV_EPARSE) throw std::bad_alloc();
    cell_.quotes = Quotes::stray;
    ++at_;
  }
}

void RowReader::parse_end() {
  const bool closed = csv_fini(&parser_, cell_ended, row_ended, &ended_) == 0;
  if (!closed) {
    ended_ = {true, true, {}, 0};
    cell_.quotes = Quotes::unclosed;
  }
  ended_.end = text_.size();
}

void RowReader::begin_line() {
  ++line_;
  line_start_ = at_;
}

void RowReader::begin_cell(std::size_t offset) {
  cell_ = {{}, Quotes::right, line_, line_start_, offset};
}

void RowReader::add_cell(Row& row, std::string_view raw, std::string_view content) {
  cell_.offset += std::min(raw.find_first_not_of(" \t"), raw.size());
  cell_.text = trim(content);
  row_has_text_ = row_has_text_ || !cell_.text.empty();
  if (row.cells.size() < most_cells) row.cells.push_back(cell_);
  ++row.fields;
}

std::string_view RowReader::literal(std::string_view content, std::string_view raw) {
  raw.remove_prefix(std::min(raw.find_first_not_of(" \t\""), raw.size()));
  if (raw.starts_with(content)) return raw.substr(0, content.size());
  return unquoted_.emplace_back(content);
}

void RowReader::cell_ended(void* content, std::size_t size, void* ended) {
  auto& what = *static_cast<Ended*>(ended);
  what.cell = true;
  what.content = {static_cast<const char*>(content), size};
}

void RowReader::row_ended(int, void* ended) { static_cast<Ended*>(ended)->row = true; }

}  // namespace cpom::csv
