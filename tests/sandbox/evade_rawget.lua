-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    return rawget(_ENV, "math")
  end,
}
