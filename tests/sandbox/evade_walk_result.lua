-- expect: rule.result
return {
  needs = { "value" },
  compute = function(value)
    return select(2, pairs({}))
  end,
}
