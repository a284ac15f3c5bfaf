-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    rawset(math, "floor", math.ceil)
    return value
  end,
}
