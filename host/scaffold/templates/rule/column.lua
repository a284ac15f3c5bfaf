--- À compléter.
---@type cpom.rule.column
return {
  summary = "À compléter : ce que fait la règle",
  label = "À compléter",
  needs = { "measure", "target" },

  column = function(measure, target)
    return measure - target
  end,
}
