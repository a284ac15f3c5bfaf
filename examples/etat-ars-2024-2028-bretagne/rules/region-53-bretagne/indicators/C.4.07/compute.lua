--- Mean time of stay, in minutes, where the source gives the total of the stays in hours.
local minutes_per_hour = 60

return function(base)
  return {
    summary = "60 × hours / stays",
    needs = { "numerator", "denominator" },

    compute = function(hours, stays)
      return base.compute(nil, minutes_per_hour * hours, stays)
    end,
  }
end
