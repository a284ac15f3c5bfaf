-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    return dofile("/etc/passwd")
  end,
}
