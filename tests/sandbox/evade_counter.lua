-- expect: rule.state
local count = 0

return {
  needs = { "value" },
  compute = function(value)
    count = count + 1
    return count
  end,
}
