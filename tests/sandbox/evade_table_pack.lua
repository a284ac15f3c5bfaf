-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    return table.pack(1, 2).n
  end,
}
