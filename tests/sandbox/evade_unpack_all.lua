-- expect: rule.budget
return {
  needs = { "value" },
  compute = function(value)
    return table.unpack({}, math.mininteger, math.maxinteger)
  end,
}
