-- expect: rule.result
return {
  needs = { "value" },
  compute = function(value)
    return nil, 12
  end,
}
