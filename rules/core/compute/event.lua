--- An event that has to take place: 1 as soon as it took place once, whatever the number of times.
return {
  summary = "1 when the event took place, 0 when it did not",
  locked = true,
  needs = { "value" },

  compute = function(value)
    if value < 0 then
      return nil, "an event cannot have taken place a negative number of times"
    end
    return value >= 1 and 1 or 0
  end,
}
