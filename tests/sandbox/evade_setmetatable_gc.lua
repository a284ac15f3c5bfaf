-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    setmetatable({}, { __gc = function() while true do end end })
    return value
  end,
}
