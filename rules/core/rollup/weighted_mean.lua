--- Mean of the points of the indicators, each with its weight.
return {
  summary = "sum of weight × points / sum of weights",
  needs = { "points", "weights" },

  rollup = function(points, weights)
    local sum = 0
    local weight = 0
    for i, value in ipairs(points) do
      if weights[i] < 0 then
        return nil, "a weight is negative"
      end
      sum = sum + weights[i] * value
      weight = weight + weights[i]
    end
    if weight == 0 then
      return nil, "no indicator has a weight"
    end
    return sum / weight
  end,
}
