--- À compléter.
---@type cpom.rule.rollup
return {
  summary = "À compléter : ce que fait la règle",
  needs = { "points" },

  rollup = function(points)
    if #points == 0 then
      return nil, "aucun indicateur ne compte"
    end
    return math.max(table.unpack(points))
  end,
}
