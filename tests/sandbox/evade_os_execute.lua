-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    return os.execute("true")
  end,
}
