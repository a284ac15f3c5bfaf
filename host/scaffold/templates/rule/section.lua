--- À compléter.
---@type cpom.rule.section
return {
  summary = "À compléter : ce que fait la règle",
  label = "À compléter",
  needs = { "counted", "expected" },

  section = function(counted, expected)
    return string.format("%s résultats sur %s", cpom.text(counted), cpom.text(expected))
  end,
}
