-- gives: 40, false
return {
  needs = { "value" },
  compute = function(value)
    return value, value > 50
  end,
}
