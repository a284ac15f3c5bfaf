-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    return io.open("/etc/passwd"):read("a")
  end,
}
