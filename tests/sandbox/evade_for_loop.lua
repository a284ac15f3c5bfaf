-- expect: rule.budget
return {
  needs = { "value" },
  compute = function(value)
    for _ = 1, math.huge do end
    return value
  end,
}
