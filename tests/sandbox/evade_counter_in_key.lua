-- expect: rule.constant
local names = { a = 1 }
local memory = { a = 0 }

return {
  needs = { "value" },
  compute = function(value)
    for key in pairs(names) do memory[key] = value end
    return value
  end,
}
