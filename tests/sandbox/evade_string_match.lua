-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    return ("a"):match("(.-)*b")
  end,
}
