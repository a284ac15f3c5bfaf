-- expect: rule.state
return {
  needs = { "value" },
  compute = function(value)
    _ENV = { math = math }
    return value
  end,
}
