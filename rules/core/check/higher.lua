--- The higher the better.
return {
  summary = "reached from the target on; progress from the baseline to the target",
  locked = true,
  needs = { "measure", "target", "baseline?", "kept?" },

  check = function(measure, target, baseline, kept)
    local at_target = measure >= target
    local reached = at_target and kept ~= false
    if not baseline then
      return reached
    end
    if baseline >= target then
      return reached, at_target and 100 or 0
    end
    return reached, 100 * (measure - baseline) / (target - baseline)
  end,
}
