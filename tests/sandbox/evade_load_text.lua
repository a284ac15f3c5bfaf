-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    return load("return os")().time()
  end,
}
