-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    return ("").rep("", math.maxinteger)
  end,
}
