-- expect: rule.constant
local memory = {}

return {
  needs = { "value" },
  compute = function(value)
    table.insert(memory, value)
    return #memory
  end,
}
