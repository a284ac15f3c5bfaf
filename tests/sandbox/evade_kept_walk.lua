-- expect: rule.error
local step, walk = pairs({ {} })

return {
  needs = { "value" },
  compute = function(value)
    local _, inner = step(walk)
    inner.count = (inner.count or 0) + 1
    return inner.count
  end,
}
