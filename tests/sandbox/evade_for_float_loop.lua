-- expect: rule.budget
return {
  needs = { "value" },
  compute = function(value)
    for _ = 1.0, math.huge, 0.0001 do end
    return value
  end,
}
