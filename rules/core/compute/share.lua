--- Share or coverage rate, in percent.
return {
  summary = "100 × numerator / denominator",
  locked = true,
  needs = { "numerator", "denominator" },

  compute = function(numerator, denominator)
    if denominator == 0 then
      return nil, "the denominator is 0"
    end
    return 100 * numerator / denominator
  end,
}
