-- expect: rule.constant
local memory = {}

return {
  needs = { "value" },
  compute = function(value)
    memory.count = (memory.count or 0) + 1
    return memory.count
  end,
}
