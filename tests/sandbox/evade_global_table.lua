-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    return _G.math.floor(value)
  end,
}
