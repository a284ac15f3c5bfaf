-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    return math.random()
  end,
}
