--- The tier beside the caseload, with the thresholds between which it falls: read from SR1.01,
--- which every contract of the model may follow, whether PAL.01 has a target or not.
return {
  label = "Palier régional",
  summary = "les seuils entre lesquels tombe la file active",
  needs = {
    "measure.SR1.01?",
    "param.tier_2_from",
    "param.tier_3_from?",
    "param.tier_4_from?",
    "param.tier_5_from?",
  },

  section = function(caseload, second, third, fourth, fifth)
    if not caseload then
      return nil, "la file active (SR1.01) n'est pas connue"
    end
    local tier = 1
    local from, to
    for _, threshold in ipairs({ second, third, fourth, fifth }) do
      if caseload < threshold then
        to = threshold
        break
      end
      tier = tier + 1
      from = threshold
    end
    local text = "File active " .. cpom.text(caseload) .. " : palier " .. cpom.text(tier)
    if from then
      text = text .. ", à partir de " .. cpom.text(from)
    end
    if to then
      text = text .. ", avant " .. cpom.text(to)
    end
    return text .. ". Seuils à fixer par la région."
  end,
}
