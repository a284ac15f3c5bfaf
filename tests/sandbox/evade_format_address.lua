-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    return nil, string.format("%p", {})
  end,
}
