--- The best status when every expected year has it, otherwise the worst of any year.
return {
  summary = "the best status if every year has it, otherwise the worst of any year",
  needs = { "ranks", "expected" },

  term = function(ranks, expected)
    local worst = 1
    for _, rank in ipairs(ranks) do
      worst = math.max(worst, rank)
    end
    if worst == 1 and #ranks < expected then
      return nil, "not every year has a status yet"
    end
    return worst
  end,
}
