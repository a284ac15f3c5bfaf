-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    return io.popen("id")
  end,
}
