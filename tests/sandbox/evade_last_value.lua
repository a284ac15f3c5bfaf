-- expect: rule.state
local last = 0

return {
  needs = { "value" },
  compute = function(value)
    local before = last
    last = value
    return before
  end,
}
