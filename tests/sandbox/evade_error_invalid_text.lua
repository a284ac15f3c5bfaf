-- expect: rule.error
return {
  needs = { "value" },
  compute = function(value)
    error("\255\254\192\128")
  end,
}
