--- À compléter.
---@type cpom.rule.validate
return {
  summary = "À compléter : ce que fait la règle",
  needs = { "duration_years" },

  validate = function(duration_years)
    if duration_years > 5 then
      return false, "le contrat dure plus de cinq ans"
    end
    return true
  end,
}
