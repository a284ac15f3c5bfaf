-- expect: rule.result
return {
  needs = { "value" },
  compute = function(value)
    return value, true, 1
  end,
}
