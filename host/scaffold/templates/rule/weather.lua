--- À compléter.
---@type cpom.rule.weather
return {
  summary = "À compléter : ce que fait la règle",
  needs = { "score" },

  weather = function(score)
    if score >= 50 then
      return "@BESTWEATHER@"
    end
    return "@WORSTWEATHER@"
  end,
}
