--- À compléter.
---@type cpom.rule.term
return {
  summary = "À compléter : ce que fait la règle",
  needs = { "last" },

  term = function(last)
    return last
  end,
}
