-- expect: rule.constant
local kept = {}
local function memory() return kept end

return {
  needs = { "value" },
  compute = function(value)
    memory().count = value
    return value
  end,
}
