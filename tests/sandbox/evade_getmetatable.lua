-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    getmetatable("").__index = nil
    return value
  end,
}
