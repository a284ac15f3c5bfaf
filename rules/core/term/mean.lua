--- The status whose points are nearest to the mean of those of the years; halfway between two, the
--- worse of them. Statuses without points are compared by their ranks.
local function points_of(rank, scale)
  return scale and scale[rank] or -rank
end

return {
  summary = "the status nearest to the mean points of the years",
  needs = { "ranks", "scale?" },

  term = function(ranks, scale)
    local sum = 0
    local worst = 1
    for _, rank in ipairs(ranks) do
      sum = sum + points_of(rank, scale)
      worst = math.max(worst, rank)
    end
    local mean = sum / #ranks
    local nearest
    for rank = 1, scale and #scale or worst do
      local distance = math.abs(points_of(rank, scale) - mean)
      if not nearest or distance <= math.abs(points_of(nearest, scale) - mean) then
        nearest = rank
      end
    end
    return nearest
  end,
}
