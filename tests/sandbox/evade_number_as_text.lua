-- expect: rule.result
return {
  needs = { "value" },
  compute = function(value)
    return "40"
  end,
}
