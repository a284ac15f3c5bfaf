--- Reached, partly reached or not reached. Where a constraint is broken the target is not reached
--- at all, however far the measure has come.
return {
  summary = "partly reached from the progress that partial_from says",
  needs = { "reached", "progress?", "kept?", "param.partial_from" },

  classify = function(reached, progress, kept, partial_from)
    if reached then
      return "reached"
    end
    if kept ~= false and progress and progress >= partial_from then
      return "partly_reached"
    end
    return "not_reached"
  end,
}
