-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    return rawlen(math)
  end,
}
