--- Regional tier (palier régional): the class in which a figure falls. A tier begins at its
--- threshold, that threshold included; below the first threshold the tier is 1. A region has two to
--- five tiers: it sets as many thresholds as it needs, from the second tier on.
local function check_order(thresholds)
  for tier = 2, #thresholds do
    if thresholds[tier] <= thresholds[tier - 1] then
      error("les seuils des paliers ne vont pas en croissant")
    end
  end
end

return {
  summary = "rang du palier régional, d'après les seuils de la région",
  needs = {
    "value",
    "param.tier_2_from",
    "param.tier_3_from?",
    "param.tier_4_from?",
    "param.tier_5_from?",
  },

  compute = function(value, second, third, fourth, fifth)
    if (fifth and not fourth) or (fourth and not third) then
      error("il manque le seuil d'un palier")
    end
    local thresholds = { second, third, fourth, fifth }
    check_order(thresholds)
    local tier = 1
    for _, from in ipairs(thresholds) do
      if value >= from then
        tier = tier + 1
      end
    end
    return tier
  end,
}
