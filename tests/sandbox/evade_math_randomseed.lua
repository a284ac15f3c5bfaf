-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    math.randomseed(1)
    return value
  end,
}
