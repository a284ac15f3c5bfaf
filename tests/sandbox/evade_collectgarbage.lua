-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    collectgarbage("stop")
    return value
  end,
}
