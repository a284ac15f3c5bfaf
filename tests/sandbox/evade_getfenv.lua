-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    return getfenv(1)
  end,
}
