--- The status of the last year from which one is expected.
return {
  summary = "the status of the last year",
  needs = { "last?" },

  term = function(last)
    if not last then
      return nil, "the last year has no status yet"
    end
    return last
  end,
}
