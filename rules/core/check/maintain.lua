--- At least as good as the target, with nothing to progress.
return {
  summary = "reached from the target on; progress 100 or 0",
  locked = true,
  needs = { "measure", "target", "kept?" },

  check = function(measure, target, kept)
    local reached = measure >= target and kept ~= false
    return reached, reached and 100 or 0
  end,
}
