--- Ratio of two quantities, in the unit of the indicator: tonnes of CO2 per square metre.
return {
  summary = "numerator / denominator",
  locked = true,
  needs = { "numerator", "denominator" },

  compute = function(numerator, denominator)
    if denominator == 0 then
      return nil, "the denominator is 0"
    end
    return numerator / denominator
  end,
}
