--- À compléter.
---@type cpom.rule.classify
return {
  summary = "À compléter : ce que fait la règle",
  needs = { "reached" },

  classify = function(reached)
    if reached then
      return "@BEST@"
    end
    return "@WORST@"
  end,
}
