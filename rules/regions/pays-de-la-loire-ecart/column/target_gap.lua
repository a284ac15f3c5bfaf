--- How far the measure is from the target, in the unit of the indicator.
return {
  label = "Écart à la cible",
  summary = "valeur − cible",
  needs = { "measure?", "target?", "decimals" },

  column = function(measure, target, decimals)
    if not measure or not target then
      return nil, "pas de valeur, ou pas de cible unique"
    end
    return cpom.round(measure - target, decimals)
  end,
}
