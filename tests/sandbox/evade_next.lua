-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    return next(_ENV)
  end,
}
