-- expect: rule.constant
return {
  needs = { "value" },
  compute = function(value)
    table.remove(string, 1)
    return value
  end,
}
