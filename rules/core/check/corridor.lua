--- Between two bounds, or on the right side of the only one.

--- The bound that a figure is beyond, and on which side; nothing inside the corridor.
local function bound_passed(figure, low, high)
  if low and figure < low then
    return low, "below"
  end
  if high and figure > high then
    return high, "above"
  end
end

return {
  summary = "reached within the bounds; outside, progress from the baseline to the nearest bound",
  locked = true,
  needs = { "measure", "target.min?", "target.max?", "baseline?", "kept?" },

  check = function(measure, low, high, baseline, kept)
    if not low and not high then
      return nil, "the corridor has no bound"
    end
    local bound, side = bound_passed(measure, low, high)
    if not bound then
      return kept ~= false, 100
    end
    if not baseline then
      return false
    end
    local _, side_before = bound_passed(baseline, low, high)
    if side_before ~= side then
      return false, 0
    end
    return false, 100 * (measure - baseline) / (bound - baseline)
  end,
}
