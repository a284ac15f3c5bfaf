#include "reference/kinds.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "script/definition.hpp"

namespace cpom::reference {
namespace {

using engine::RuleKind;

// What a name means where no kind of rule below says otherwise.
constexpr std::array inputs = {
    Entry{"value", "number", {"Value received.", "Valeur reçue."}},
    Entry{"numerator", "number", {"Numerator received.", "Numérateur reçu."}},
    Entry{"denominator", "number", {"Denominator received.", "Dénominateur reçu."}},
    Entry{"baseline",
          "number",
          {"Baseline, measured by the rule that measures the values.",
           "Valeur de départ, mesurée par la règle qui mesure les valeurs."}},
    Entry{"baseline.numerator",
          "number",
          {"Numerator of the baseline.", "Numérateur de la valeur de départ."}},
    Entry{"baseline.denominator",
          "number",
          {"Denominator of the baseline.", "Dénominateur de la valeur de départ."}},
    Entry{"previous", "number", {"Value of the year before.", "Valeur de l'année précédente."}},
    Entry{"previous.numerator",
          "number",
          {"Numerator of the year before.", "Numérateur de l'année précédente."}},
    Entry{"previous.denominator",
          "number",
          {"Denominator of the year before.", "Dénominateur de l'année précédente."}},
    Entry{"year", "number", {"Year assessed.", "Année évaluée."}},
    Entry{"decimals",
          "number",
          {"Decimals to which the indicator is rounded.",
           "Décimales auxquelles l'indicateur est arrondi."}},
    Entry{"measure",
          "number",
          {"Measure, rounded as the indicator declares.",
           "Mesure, arrondie comme l'indicateur le déclare."}},
    Entry{"kept",
          "boolean",
          {"Whether the constraint of the indicator is kept (second result of compute).",
           "La contrainte de l'indicateur est respectée (second résultat de compute)."}},
    Entry{"target", "number", {"Target of the year.", "Cible de l'année."}},
    Entry{"target.min",
          "number",
          {"Lower bound of a target that is a corridor.",
           "Borne basse d'une cible qui est un couloir."}},
    Entry{"target.max",
          "number",
          {"Upper bound of a target that is a corridor.",
           "Borne haute d'une cible qui est un couloir."}},
    Entry{"reached", "boolean", {"Whether the target is reached.", "La cible est atteinte."}},
    Entry{"progress",
          "number",
          {"Progress from the baseline to the target, in percent; it may leave 0 to 100.",
           "Progression de la valeur de départ à la cible, en % ; elle peut sortir de 0 à 100."}},
    Entry{"points",
          "number[]",
          {"Points of the indicators that have some.", "Points des indicateurs qui en ont."}},
    Entry{"weights",
          "number[]",
          {"Weights of the same indicators, in the same order.",
           "Poids des mêmes indicateurs, dans le même ordre."}},
    Entry{"score", "number", {"Score that rollup gave.", "Score donné par rollup."}},
    Entry{"counted",
          "number",
          {"How many indicators count: their points are known.",
           "Nombre d'indicateurs qui comptent : leurs points sont connus."}},
    Entry{"expected",
          "number",
          {"How many indicators are expected to count.",
           "Nombre d'indicateurs dont on attend des points."}},
    Entry{"ranks",
          "number[]",
          {"Ranks of the years' statuses, 1 for the best, without the years that have none.",
           "Rangs des statuts des années, 1 pour le meilleur, sans les années qui n'en ont pas."}},
    Entry{"last",
          "number",
          {"Rank of the status of the last year from which one is expected.",
           "Rang du statut de la dernière année dont on en attend un."}},
    Entry{
        "scale", "number[]", {"Points of the statuses, by rank.", "Points des statuts, par rang."}},
    Entry{"duration_years",
          "number",
          {"Duration of the contract in years.", "Durée du contrat en années."}},
    Entry{"contract_years",
          "number",
          {"How many contract years there are.", "Nombre d'années de contrat."}},
    Entry{"start_year",
          "number",
          {"Year in which the contract begins.", "Année de début du contrat."}},
    Entry{"end_year", "number", {"Year in which the contract ends.", "Année de fin du contrat."}},
    Entry{"indicators",
          "number",
          {"Indicators of the contract as signed, without those of context.",
           "Indicateurs du contrat signé, sans ceux de contexte."}},
    Entry{"common_indicators",
          "number",
          {"Those of them that all contracts of the model follow.",
           "Ceux d'entre eux que suivent tous les contrats du modèle."}},
    Entry{"objectives",
          "number",
          {"Objectives that have an indicator in the contract as signed.",
           "Objectifs qui ont un indicateur dans le contrat signé."}},
    Entry{"strands", "number", {"Strands of the contract.", "Volets du contrat."}},
    Entry{"agencies", "number", {"Agencies among the parties.", "ARS parmi les parties."}},
    Entry{"establishments",
          "number",
          {"Establishments among the parties.", "Établissements parmi les parties."}},
    Entry{"coordination_services",
          "number",
          {"Coordination services among the parties.",
           "Dispositifs d'appui à la coordination parmi les parties."}},
    Entry{"department_councils",
          "number",
          {"Department councils among the parties.", "Conseils départementaux parmi les parties."}},
    Entry{"status",
          "string",
          {"Id of the status, where there is one.", "Identifiant du statut, s'il y en a un."}},
    Entry{"outcome",
          "string",
          {"Code of the step where the decision stopped: \"classified\", \"late\"…",
           "Code de l'étape où la décision s'est arrêtée : \"classified\", \"late\"…"}},
    Entry{"weight", "number", {"Weight of the indicator.", "Poids de l'indicateur."}},
    Entry{"contract_year",
          "number",
          {"Contract year that ends in the year assessed: 1 for N1.",
           "Année de contrat qui s'achève dans l'année évaluée : 1 pour N1."}},
    Entry{"funding",
          "number",
          {"Money of the year, of all missions, in euros.",
           "Financement de l'année, toutes missions confondues, en euros."}},
};

// Where a kind means something else by the same name.
struct Other {
  RuleKind kind;
  Entry entry;
};

constexpr std::array others = {
    Other{RuleKind::compute,
          {"baseline",
           "number",
           {"Baseline as the contract gives it.",
            "Valeur de départ telle que le contrat la donne."}}},
    Other{RuleKind::term,
          {"counted",
           "number",
           {"How many years have a status.", "Nombre d'années qui ont un statut."}}},
    Other{RuleKind::term,
          {"expected",
           "number",
           {"From how many years a status is expected.",
            "Nombre d'années dont on attend un statut."}}},
    Other{RuleKind::section,
          {"score",
           "number",
           {"Score of all indicators of the year.", "Score de tous les indicateurs de l'année."}}},
};

Entry input_of(RuleKind kind, std::string_view name) {
  for (const Other& other : others) {
    if (other.kind == kind && other.entry.name == name) return other.entry;
  }
  const auto* const found = std::find_if(inputs.begin(), inputs.end(),
                                         [name](const Entry& entry) { return entry.name == name; });
  if (found == inputs.end()) throw std::logic_error("no words for input " + std::string(name));
  return *found;
}

std::vector<Entry> families_of(RuleKind kind) {
  const Entry funding = {"funding.<mission>",
                         "number",
                         {"Money of a mission, in euros.", "Financement d'une mission, en euros."}};
  if (kind == RuleKind::compute) {
    return {{"<component>",
             "number",
             {"A component of the indicator, also with .numerator and .denominator.",
              "Une composante de l'indicateur, aussi avec .numerator et .denominator."}}};
  }
  if (kind == RuleKind::validate) {
    return {{"followed.<code>",
             "boolean",
             {"Whether the contract follows an indicator.", "Le contrat suit un indicateur."}},
            funding};
  }
  if (kind != RuleKind::section) return {};
  return {{"measure.<code>", "number", {"Measure of an indicator.", "Mesure d'un indicateur."}},
          {"score.<objective>", "number", {"Score of an objective.", "Score d'un objectif."}},
          {"count.<status>",
           "number",
           {"How many results have a status or an outcome.",
            "Nombre de résultats qui ont un statut, ou une issue sans jugement."}},
          funding};
}

/// What differs from kind to kind besides the inputs.
struct KindWords {
  RuleKind kind;
  Wording purpose;
  std::string_view files;
  std::string_view results;
  Wording returns;
};

constexpr std::array kind_words = {
    KindWords{RuleKind::compute,
              {"Makes a measure of the figures received.", "Fait une mesure des chiffres reçus."},
              "compute/<form>.lua, indicators/<code>/compute.lua",
              "number?, boolean|string|nil",
              {"A number, then `true` or `false` where the indicator has a constraint.",
               "Un nombre, puis `true` ou `false` si l'indicateur a une contrainte."}},
    KindWords{RuleKind::check,
              {"Compares the measure with the target.", "Compare la mesure à la cible."},
              "check/<direction>.lua, indicators/<code>/check.lua",
              "boolean?, number|string|nil",
              {"`true` or `false`, then the progress in percent or nothing.",
               "`true` ou `false`, puis la progression en %, ou rien."}},
    KindWords{RuleKind::classify,
              {"Chooses the status.", "Choisit le statut."},
              "classify/<scale>.lua, indicators/<code>/classify.lua",
              "cpom.status?, string?",
              {"The id of a status of the model.", "L'identifiant d'un statut du modèle."}},
    KindWords{RuleKind::rollup,
              {"Makes the score of an objective of the points of its indicators.",
               "Fait le score d'un objectif des points de ses indicateurs."},
              "rollup/<name>.lua",
              "number?, string?",
              {"A number.", "Un nombre."}},
    KindWords{RuleKind::weather,
              {"Proposes the weather of an objective.", "Propose la météo d'un objectif."},
              "weather/<name>.lua",
              "cpom.weather?, string?",
              {"The id of a weather level of the model.",
               "L'identifiant d'un niveau de météo du modèle."}},
    KindWords{RuleKind::term,
              {"Folds the statuses of the years into one, for the middle or the end.",
               "Réunit les statuts des années en un seul, à mi-parcours ou à la fin."},
              "term/<name>.lua",
              "integer?, string?",
              {"The rank of a status, 1 for the first of the scale.",
               "Le rang d'un statut, 1 pour le premier de l'échelle."}},
    KindWords{
        RuleKind::validate,
        {"Tells whether a contract is as it should be; all that apply are called.",
         "Dit si un contrat est comme il doit être ; toutes celles qui valent sont appelées."},
        "validate/<name>.lua",
        "boolean?, string?",
        {"`true`; `false` and the fault; `nil` and why the contract is not concerned.",
         "`true` ; `false` et la faute ; `nil` et pourquoi le contrat n'est pas concerné."}},
    KindWords{RuleKind::column,
              {"Gives a further figure or text beside every result.",
               "Donne un chiffre ou un texte de plus à côté de chaque résultat."},
              "column/<name>.lua",
              "number|string|nil, string?",
              {"A number, or a text of one line.", "Un nombre, ou un texte d'une ligne."}},
    KindWords{RuleKind::section,
              {"Writes a text about the whole year.", "Écrit un texte sur l'année entière."},
              "section/<name>.lua",
              "string?, number|string|nil",
              {"A text, then a number or nothing.", "Un texte, puis un nombre ou rien."}},
};

KindEntry base_of(RuleKind kind) {
  const auto* const words =
      std::find_if(kind_words.begin(), kind_words.end(),
                   [kind](const KindWords& each) { return each.kind == kind; });
  if (words == kind_words.end()) throw std::logic_error("no words for a kind of rule");
  return {kind, words->purpose, words->files, {}, {}, words->results, words->returns};
}

std::vector<KindEntry> all_kinds() {
  std::vector<KindEntry> all;
  for (const RuleKind kind : engine::all_rule_kinds) {
    KindEntry entry = base_of(kind);
    for (const std::string_view name : engine::inputs_of(kind)) {
      entry.inputs.push_back(input_of(kind, name));
    }
    entry.families = families_of(kind);
    all.push_back(std::move(entry));
  }
  return all;
}

constexpr std::array keys = {
    Entry{"summary",
          "string",
          {"One sentence: what the rule does; reports show it.",
           "Une phrase : ce que fait la règle ; les rapports la montrent."}},
    Entry{"needs",
          "string[]",
          {"The inputs, one for each parameter of the function; \"x?\" may be missing.",
           "Les entrées, une par paramètre de la fonction ; « x? » peut manquer."}},
    Entry{"id",
          "string",
          {"The place of the file; better left out.",
           "La place du fichier ; il vaut mieux l'omettre."}},
    Entry{"locked",
          "boolean",
          {"No layer above may change the rule.",
           "Aucune couche au-dessus ne peut changer la règle."}},
    Entry{"label", "string", {"Heading, in French.", "Titre, en français."}},
    Entry{"severity",
          "\"error\"|\"warning\"",
          {"What a contract that fails it costs; by default \"error\".",
           "Ce que coûte un contrat en faute ; par défaut \"error\"."}},
};

constexpr std::array manifest = {
    Entry{"name", "string", {"Unique among all packages.", "Unique parmi tous les paquets."}},
    Entry{
        "layer", "cpom.layer", {"The layer it belongs to.", "La couche à laquelle il appartient."}},
    Entry{"api",
          "integer|table",
          {"The revision of this reference that it is written for, or two bounds.",
           "La révision de cette référence pour laquelle il est écrit, ou deux bornes."}},
    Entry{"summary",
          "string",
          {"What it is for, in one sentence.", "À quoi il sert, en une phrase."}},
    Entry{"model",
          "string",
          {"Id or family of the model it applies to.",
           "Identifiant ou famille du modèle auquel il s'applique."}},
    Entry{"version", "string", {"Three numbers: \"1.0.0\".", "Trois nombres : \"1.0.0\"."}},
    Entry{
        "provides",
        "table",
        {"All that a plugin adds, by kind: objectives, indicators, missions, groups, steps, rules.",
         "Tout ce qu'ajoute une extension, par sorte : objectives, indicators, missions, groups, "
         "steps, rules."}},
    Entry{"languages",
          "string[]",
          {"Languages of its texts: { \"fr\" }.", "Langues de ses textes : { \"fr\" }."}},
    Entry{"extends",
          "string[]",
          {"Objectives at or below which a plugin adds.",
           "Objectifs sous lesquels une extension ajoute."}},
    Entry{"settings",
          "table",
          {"Parameters that a plugin declares: type, default, minimum, maximum, summary.",
           "Paramètres que déclare une extension : type, default, minimum, maximum, summary."}},
    Entry{"requires",
          "string[]",
          {"Plugins it builds on: { \"dac-paliers >= 1.0\" }.",
           "Extensions sur lesquelles il s'appuie : { \"dac-paliers >= 1.0\" }."}},
    Entry{"region",
          "string",
          {"Region in the official geographic code: \"53\".",
           "Région dans le code officiel géographique : \"53\"."}},
    Entry{"proposal",
          "boolean",
          {"Applies only to contracts that name it.", "Ne vaut que pour un contrat qui le nomme."}},
    Entry{"contract",
          "string",
          {"Id of the contract it applies to.", "Identifiant du contrat auquel il s'applique."}},
};

constexpr std::array host_settings = {
    Entry{"weight",
          "number",
          {"Weight of the indicator in the score of its objective.",
           "Poids de l'indicateur dans le score de son objectif."}},
    Entry{"minimum_denominator",
          "number",
          {"Below this denominator the indicator is not computable.",
           "Sous ce dénominateur, l'indicateur n'est pas calculable."}},
};

}  // namespace

const std::vector<KindEntry>& kind_entries() {
  static const std::vector<KindEntry> all = all_kinds();
  return all;
}

std::span<const Entry> rule_keys() { return keys; }

bool has_key(RuleKind kind, std::string_view key) {
  if (key == "label") return script::has_label(kind);
  if (key == "severity") return kind == RuleKind::validate;
  return true;
}

std::span<const Entry> package_keys() { return manifest; }

std::span<const Entry> settings_of_host() { return host_settings; }

}  // namespace cpom::reference
