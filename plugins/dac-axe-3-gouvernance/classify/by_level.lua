--- Status on a scale of few levels, where a share of the way means little: partly reached within a
--- given number of levels below the target, wherever the contract started from.
return {
  summary = "partiellement atteint à quelques niveaux sous la cible (paramètre near_levels)",
  needs = { "reached", "measure", "target", "param.near_levels" },

  classify = function(reached, measure, target, near)
    if reached then
      return "reached"
    end
    if measure >= target - near then
      return "partly_reached"
    end
    return "not_reached"
  end,
}
