-- expect: rule.shape
return {
  id = "compute/innocent",
  needs = { "value" },
  compute = function(value)
    return value
  end,
}
