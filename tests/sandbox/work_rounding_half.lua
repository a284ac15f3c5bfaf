-- gives: 3
return {
  needs = { "value" },
  compute = function(value)
    return cpom.round(2.5)
  end,
}
