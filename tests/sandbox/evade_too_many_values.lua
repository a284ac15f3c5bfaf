-- expect: rule.error
return {
  needs = { "value" },
  compute = function(value)
    return table.unpack({}, 1, 201)
  end,
}
