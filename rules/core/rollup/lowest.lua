--- The points of the worst indicator among those that have a weight.
return {
  summary = "the lowest points of any indicator",
  needs = { "points", "weights" },

  rollup = function(points, weights)
    local lowest
    for i, value in ipairs(points) do
      if weights[i] > 0 and (not lowest or value < lowest) then
        lowest = value
      end
    end
    if not lowest then
      return nil, "no indicator has a weight"
    end
    return lowest
  end,
}
