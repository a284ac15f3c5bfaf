-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    return string.rep("x", 1 << 40)
  end,
}
