-- expect: rule.error
return {
  needs = { "value" },
  compute = function(value)
    return nil, table.concat(string)
  end,
}
