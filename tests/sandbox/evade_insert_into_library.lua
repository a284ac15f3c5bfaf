-- expect: rule.constant
return {
  needs = { "value" },
  compute = function(value)
    table.insert(math, value)
    return value
  end,
}
