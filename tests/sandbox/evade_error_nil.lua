-- expect: rule.error
return {
  needs = { "value" },
  compute = function(value)
    error()
  end,
}
