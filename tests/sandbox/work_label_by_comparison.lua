-- gives: 1
local points = { [true] = 1, [false] = 0 }

return {
  needs = { "value" },
  compute = function(value)
    return points[value >= 30]
  end,
}
