/// What the parties do and engage in under an objective, told in words: actions, engagements.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/diagnostic.hpp"
#include "model/vocabulary.hpp"

namespace cpom::model {

/// How far a flagship action has come; told by people, never computed.
enum class Advance { planned, ongoing, done, stopped };

template <>
struct Words<Advance> {
  static constexpr std::array<std::pair<Advance, std::string_view>, 4> list = {{
      {Advance::planned, "planned"},
      {Advance::ongoing, "ongoing"},
      {Advance::done, "done"},
      {Advance::stopped, "stopped"},
  }};
};

/// An action linked to an objective (action phare); qualitative.
struct Action {
  std::string id;
  std::string objective;
  std::string label;
  std::optional<Advance> advance;
  std::string note;
  Position where = {};
};

/// Who wrote a diagnosis of an engagement.
enum class DiagnosisAuthor { structure, agency, shared };

template <>
struct Words<DiagnosisAuthor> {
  static constexpr std::array<std::pair<DiagnosisAuthor, std::string_view>, 3> list = {{
      {DiagnosisAuthor::structure, "operator"},
      {DiagnosisAuthor::agency, "agency"},
      {DiagnosisAuthor::shared, "shared"},
  }};
};

struct Diagnosis {
  DiagnosisAuthor by = DiagnosisAuthor::shared;
  std::optional<Date> date;
  std::string text;
  Position where = {};
};

/// What an establishment engages in under an objective, followed by some of its indicators.
struct Engagement {
  std::string id;
  std::string objective;
  std::string strand;
  /// FINESS number of the site, or of the legal person, it is attached to.
  std::string site;
  std::string orientation;
  /// Group under which it was signed before the structure changed.
  std::string former_annex;
  /// Codes of followed indicators; none for a new one.
  std::vector<std::string> indicators;
  std::vector<Diagnosis> diagnoses;
  /// Id of an outcome of the model proposed for the next contract; empty: none yet.
  std::string outcome;
  std::optional<Date> outcome_date;
  std::string outcome_role;
  std::string outcome_reason;
  Position where = {};
};

}  // namespace cpom::model
