-- expect: rule.constant
local memory = { a = { b = {} } }

return {
  needs = { "value" },
  compute = function(value)
    memory.a.b.count = value
    return value
  end,
}
