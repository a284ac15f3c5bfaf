--- The worst status of any year so far: a year that is missing can make it worse, never better.
return {
  summary = "the worst status of any year",
  needs = { "ranks" },

  term = function(ranks)
    return math.max(table.unpack(ranks))
  end,
}
