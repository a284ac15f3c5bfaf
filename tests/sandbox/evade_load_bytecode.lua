-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    return load("\27Lua", "x", "b")()
  end,
}
