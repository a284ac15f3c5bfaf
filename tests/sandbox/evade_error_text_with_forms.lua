-- expect: rule.error
return {
  needs = { "value" },
  compute = function(value)
    error("%s%s%n%d")
  end,
}
