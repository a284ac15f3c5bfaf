-- expect: rule.error
return {
  needs = { "value" },
  compute = function(value)
    local step, walk = pairs({ a = 1 })
    return step(walk, "b")
  end,
}
