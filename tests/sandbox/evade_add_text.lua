-- expect: rule.error
return {
  needs = { "value" },
  compute = function(value)
    return "40" + 2
  end,
}
