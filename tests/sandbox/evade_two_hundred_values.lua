-- expect: rule.result
return {
  needs = { "value" },
  compute = function(value)
    return table.unpack({ 1, true, 3 }, 1, 200)
  end,
}
