--- Rate per thousand, or per whatever the parameter "scale" says (100 000 for a mortality rate).
return {
  summary = "scale × numerator / denominator, scale being 1000 where none is set",
  locked = true,
  needs = { "numerator", "denominator", "param.scale?" },

  compute = function(numerator, denominator, scale)
    if denominator == 0 then
      return nil, "the denominator is 0"
    end
    return (scale or 1000) * numerator / denominator
  end,
}
