-- expect: rule.error
return {
  needs = { "value" },
  compute = function(value)
    return table.unpack(math)
  end,
}
