/// The rows of the text report: one per result, in columns or, when narrow, stacked.
#pragma once

#include <vector>

#include "engine/evaluation.hpp"
#include "report/page.hpp"
#include "report/shown.hpp"

namespace cpom::report {

/// Rows of one evaluation; all share their columns, so that tables of several objectives align.
class ResultTable {
 public:
  ResultTable(const engine::Evaluation& evaluation, const Voice& voice, int width);

  /// Column titles; nothing when rows are stacked.
  void head(Page& page) const;
  /// The row and, under it, what is not plain: reason, columns, retained status, flags, remarks,
  /// failures.
  void row(const engine::Result& result, Page& page) const;

 private:
  struct Texts;

  Texts texts(const engine::Result& result) const;
  void fit(int width);
  void wide_row(const Texts& texts, Page& page) const;
  void stacked_row(const Texts& texts, Page& page) const;
  void notes(const engine::Result& result, Page& page) const;
  void columns(const engine::Result& result, Page& page) const;

  const Voice& voice_;
  bool stacked_ = false;
  Column code_;
  Column label_;
  Column value_;
  Column target_;
  Column progress_;
  Column status_;
};

}  // namespace cpom::report
