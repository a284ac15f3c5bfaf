--- The status whose points are nearest to the mean of those of the years; halfway between two, the
--- worse of them. Statuses without points are compared by their ranks.
local function points_of(rank, scale)
  if scale then
    return scale[rank]
  end
  return rank
end

return {
  summary = "the status nearest to the mean points of the years",
  needs = { "ranks", "scale?" },

  term = function(ranks, scale)
    local sum = 0
    for _, rank in ipairs(ranks) do
      sum = sum + points_of(rank, scale)
    end
    local mean = sum / #ranks
    local last
    if scale then
      last = #scale
    else
      last = math.max(table.unpack(ranks))
    end
    local nearest
    for rank = 1, last do
      local distance = math.abs(points_of(rank, scale) - mean)
      if not nearest or distance <= math.abs(points_of(nearest, scale) - mean) then
        nearest = rank
      end
    end
    return nearest
  end,
}
