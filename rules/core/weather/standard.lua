--- Four levels, by the score of the objective.
return {
  summary = "sunny, cloudy, rainy or stormy, from the scores that the parameters say",
  needs = { "score", "param.sunny_from", "param.cloudy_from", "param.rainy_from" },

  weather = function(score, sunny_from, cloudy_from, rainy_from)
    if score >= sunny_from then
      return "sunny"
    end
    if score >= cloudy_from then
      return "cloudy"
    end
    if score >= rainy_from then
      return "rainy"
    end
    return "stormy"
  end,
}
