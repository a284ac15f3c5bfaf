-- expect: rule.error
return {
  needs = { "value" },
  compute = function(value)
    error("not enough memory")
  end,
}
