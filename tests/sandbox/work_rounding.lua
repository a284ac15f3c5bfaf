-- gives: 0.13
return {
  needs = { "value" },
  compute = function(value)
    return cpom.round(0.125, 2)
  end,
}
