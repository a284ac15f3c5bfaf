-- expect: rule.state
local count = 0
local function next_one()
  count = count + 1
  return count
end

return {
  needs = { "value" },
  compute = function(value)
    return next_one()
  end,
}
