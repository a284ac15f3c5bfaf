--- Maturity on a scale of 0 to 4: the criteria that are met (numerator) among those of the regional
--- grid (denominator), in percent, brought to a level by four thresholds, each included.
local function check_thresholds(thresholds)
  for level = 2, #thresholds do
    if thresholds[level] <= thresholds[level - 1] then
      error("les seuils de maturité ne vont pas en croissant")
    end
  end
end

return {
  summary = "niveau de 0 à 4, d'après la part des critères de la grille qui sont tenus",
  needs = {
    "numerator",
    "denominator",
    "param.maturity_1_from",
    "param.maturity_2_from",
    "param.maturity_3_from",
    "param.maturity_4_from",
  },

  compute = function(met, criteria, first, second, third, fourth)
    if criteria == 0 then
      return nil, "la grille n'a aucun critère"
    end
    if met < 0 or met > criteria then
      return nil, "le nombre de critères tenus ne va pas avec celui de la grille"
    end
    local thresholds = { first, second, third, fourth }
    check_thresholds(thresholds)
    local level = 0
    for _, from in ipairs(thresholds) do
      if 100 * met >= from * criteria then
        level = level + 1
      end
    end
    return level
  end,
}
