-- expect: rule.constant
return {
  needs = { "value" },
  compute = function(value)
    tostring = nil
    return value
  end,
}
