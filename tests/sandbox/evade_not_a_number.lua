-- expect: rule.result
return {
  needs = { "value" },
  compute = function(value)
    return 0 / 0
  end,
}
