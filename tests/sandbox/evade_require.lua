-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    return require("os").time()
  end,
}
