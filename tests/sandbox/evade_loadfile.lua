-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    return loadfile("/etc/passwd")()
  end,
}
