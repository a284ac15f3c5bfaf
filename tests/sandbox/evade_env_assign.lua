-- expect: rule.constant
return {
  needs = { "value" },
  compute = function(value)
    _ENV.shared = value
    return value
  end,
}
