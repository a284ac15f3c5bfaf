-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    warn("@on")
    return value
  end,
}
