--- Gap between the rates of the most and the least favoured, in points. Each rate is computed from
--- its parts where these are known, and otherwise taken as it was published.

local function rate(value, numerator, denominator)
  if numerator and denominator then
    if denominator == 0 then
      return nil, "the denominator is 0"
    end
    return 100 * numerator / denominator
  end
  if value then
    return value
  end
  return nil, "one of the two rates was not supplied"
end

return {
  summary = "rate of the most favoured − rate of the least favoured",
  locked = true,
  needs = {
    "most_favoured?",
    "most_favoured.numerator?",
    "most_favoured.denominator?",
    "least_favoured?",
    "least_favoured.numerator?",
    "least_favoured.denominator?",
  },

  compute = function(most, most_numerator, most_denominator, least, least_numerator,
                     least_denominator)
    local high, high_reason = rate(most, most_numerator, most_denominator)
    if not high then
      return nil, high_reason
    end
    local low, low_reason = rate(least, least_numerator, least_denominator)
    if not low then
      return nil, low_reason
    end
    return high - low
  end,
}
