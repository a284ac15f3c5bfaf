-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    table.move({}, 1, math.maxinteger - 1, 2)
    return value
  end,
}
