--- À compléter.
---@type cpom.rule.check
return {
  summary = "À compléter : ce que fait la règle",
  needs = { "measure", "target" },

  check = function(measure, target)
    return measure >= target
  end,
}
