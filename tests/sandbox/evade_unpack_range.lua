-- expect: rule.budget
return {
  needs = { "value" },
  compute = function(value)
    return table.unpack({}, 1, 1 << 40)
  end,
}
