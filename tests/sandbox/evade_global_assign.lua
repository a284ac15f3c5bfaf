-- expect: rule.constant
return {
  needs = { "value" },
  compute = function(value)
    total = value
    return value
  end,
}
