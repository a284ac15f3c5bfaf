-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    return package.loadlib("libc.so.6", "*")
  end,
}
