-- expect: rule.budget
return {
  needs = { "value" },
  compute = function(value)
    return nil, table.concat({}, "", 1, math.maxinteger)
  end,
}
