-- expect: rule.unknown_name
local function unused() return value end
local _ = unused

return {
  needs = { "value" },
  compute = function(value)
    return value + offset
  end,
}
