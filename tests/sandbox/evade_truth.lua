-- expect: rule.result
return {
  needs = { "value" },
  compute = function(value)
    return true
  end,
}
