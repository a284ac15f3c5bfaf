-- expect: rule.error
local step, walk = pairs({ a = 1 })

return {
  needs = { "value" },
  compute = function(value)
    return step(walk) or value
  end,
}
