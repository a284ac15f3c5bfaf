-- expect: rule.error
return {
  needs = { "value" },
  compute = function(value)
    return value < "50"
  end,
}
