-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    setfenv(1, {})
    return value
  end,
}
