-- expect: rule.state
local count = 1

return {
  needs = { "value" },
  compute = function(value)
    local was = count
    count = 1.0
    return was
  end,
}
