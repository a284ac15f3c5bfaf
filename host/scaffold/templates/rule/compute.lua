--- À compléter.
---@type cpom.rule.compute
return {
  summary = "À compléter : ce que fait la règle",
  needs = { "numerator", "denominator" },

  compute = function(numerator, denominator)
    if denominator == 0 then
      return nil, "le dénominateur est 0"
    end
    return 100 * numerator / denominator
  end,
}
