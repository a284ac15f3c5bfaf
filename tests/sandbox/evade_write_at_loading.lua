-- expect: rule.constant
math.floor = nil

return {
  needs = { "value" },
  compute = function(value)
    return value
  end,
}
