--- An advice on the year's funding of the DAC's own mission, from the mean score of its axes on a
--- regional scale. It is an advice and no more: the guide gives no scale, and people decide.

local function euros(amount)
  return cpom.text(amount, 0) .. " €"
end

--- The mean of the scores that are known, and the axes that have none.
local function mean_of(scores)
  local sum = 0
  local known = 0
  local missing = {}
  for axis = 1, 6 do
    if scores[axis] then
      sum = sum + scores[axis]
      known = known + 1
    else
      table.insert(missing, axis)
    end
  end
  return known == 0 and 0 or sum / known, missing
end

--- The band of the scale: what is advised, and the share of the amount to renew at once.
local function advice_of(score, adjust_from, keep_from, adjust_share)
  if score >= keep_from then
    return "reconduire le financement", 100
  end
  if score >= adjust_from then
    return "moduler le financement", adjust_share
  end
  return "réexaminer le financement en revue annuelle", nil
end

local function told(year, score, missing, expected, counted)
  local text = string.format("Année %d : score %d sur 100, moyenne des axes à poids égal ; "
    .. "%d statuts connus sur %d attendus.", year, cpom.round(score, 0), counted, expected)
  if missing[1] then
    text = text .. " Axes sans score, non comptés : " .. table.concat(missing, ", ") .. "."
  end
  return text
end

return {
  label = "Avis sur le financement du DAC (part à reconduire d'emblée, en %)",
  summary = "le score moyen des six axes, sur l'échelle de la région ; des personnes décident",
  needs = {
    "year",
    "expected",
    "counted",
    "funding.dac?",
    "param.advice_least_known",
    "param.advice_least_axes",
    "param.advice_adjust_from",
    "param.advice_keep_from",
    "param.advice_adjust_share",
    "score.1?",
    "score.2?",
    "score.3?",
    "score.4?",
    "score.5?",
    "score.6?",
  },

  section = function(year, expected, counted, money, least_known, least_axes, adjust_from,
                     keep_from, share, ...)
    if not money then
      return nil, string.format("aucun financement de la mission « dac » n'est dit pour %d", year)
    end
    if expected == 0 or 100 * counted < least_known * expected then
      return nil, string.format("statuts connus : %d sur %d attendus ; l'échelle en demande "
        .. "%g %% au moins", counted, expected, least_known)
    end
    local score, missing = mean_of({ ... })
    if 6 - #missing < least_axes then
      return nil, string.format("axes qui ont un score : %d sur 6 ; l'échelle en demande %d au "
        .. "moins",
        6 - #missing, least_axes)
    end
    local advice, renewed = advice_of(score, adjust_from, keep_from, share)
    local sum = string.format("Avis : %s (%s en %d)", advice, euros(money), year)
    if renewed then
      sum = string.format("%s, %g %% d'emblée, soit %s", sum, renewed, euros(money * renewed / 100))
    end
    local lines = {
      "Avis, des personnes décident. Échelle inventée par le projet, à fixer par la région.",
      told(year, score, missing, expected, counted),
      sum .. ".",
    }
    return table.concat(lines, "\n"), renewed
  end,
}
