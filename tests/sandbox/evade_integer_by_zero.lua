-- expect: rule.error
return {
  needs = { "value" },
  compute = function(value)
    return 1 // 0
  end,
}
