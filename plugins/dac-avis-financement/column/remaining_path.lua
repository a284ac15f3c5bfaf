--- What is still to be done of the way from the baseline to the target, in percent: what the review
--- talks about where the advice is to adjust.
return {
  label = "Chemin restant (%)",
  summary = "100 − progression, 0 quand la cible est tenue",
  needs = { "status?", "reached?", "progress?" },

  column = function(status, reached, progress)
    if not status then
      return nil, "pas encore jugé"
    end
    if reached then
      return 0
    end
    if not progress then
      return nil, "sans valeur de départ, le chemin ne se mesure pas"
    end
    return 100 - math.max(0, math.min(100, progress))
  end,
}
