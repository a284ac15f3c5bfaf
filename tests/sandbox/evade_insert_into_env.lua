-- expect: rule.constant
return {
  needs = { "value" },
  compute = function(value)
    table.insert(_ENV, value)
    return value
  end,
}
