--- Four statuses instead of three, by the thresholds of the region.
return {
  summary = "atteint, presque atteint, en chemin ou non atteint",
  needs = { "reached", "progress?", "kept?", "param.under_way_from", "param.nearly_from" },

  classify = function(reached, progress, kept, under_way_from, nearly_from)
    if reached then
      return "reached"
    end
    if kept == false or not progress or progress < under_way_from then
      return "not_reached"
    end
    return progress >= nearly_from and "nearly_reached" or "under_way"
  end,
}
