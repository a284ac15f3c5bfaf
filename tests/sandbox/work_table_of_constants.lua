-- gives: 12.5
local scale = {
  { from = 60, points = 25 },
  { from = 30, points = 12.5 },
}

return {
  needs = { "value" },
  compute = function(value)
    for _, step in ipairs(scale) do
      if value >= step.from then
        return step.points
      end
    end
    return 0
  end,
}
