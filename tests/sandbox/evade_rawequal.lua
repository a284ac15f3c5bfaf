-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    return rawequal(value, value)
  end,
}
