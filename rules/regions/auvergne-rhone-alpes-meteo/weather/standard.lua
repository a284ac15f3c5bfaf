--- No sun over what is not known: an objective that lacks results is cloudy at best.
return function(base)
  return {
    summary = "comme la règle commune, « nuageux » au mieux quand il manque des résultats",
    needs = {
      "score",
      "counted",
      "expected",
      "param.sunny_from",
      "param.cloudy_from",
      "param.rainy_from",
    },

    weather = function(score, counted, expected, sunny_from, cloudy_from, rainy_from)
      local level = base.weather(score, sunny_from, cloudy_from, rainy_from)
      if level == "sunny" and counted < expected then
        return "cloudy"
      end
      return level
    end,
  }
end
