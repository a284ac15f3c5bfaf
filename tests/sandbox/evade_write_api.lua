-- expect: rule.constant
return {
  needs = { "value" },
  compute = function(value)
    cpom.round = nil
    return value
  end,
}
