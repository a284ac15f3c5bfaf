-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    print(value)
    return value
  end,
}
