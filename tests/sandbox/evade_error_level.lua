-- expect: rule.error
return {
  needs = { "value" },
  compute = function(value)
    error("somewhere else", 2)
  end,
}
