-- expect: rule.constant
return {
  needs = { "value" },
  compute = function(value)
    string.shared = value
    return value
  end,
}
