-- expect: rule.constant
return {
  needs = { "value" },
  compute = function(value)
    table.sort(table)
    return value
  end,
}
