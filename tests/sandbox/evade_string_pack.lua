-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    return #string.pack("s8", "x")
  end,
}
