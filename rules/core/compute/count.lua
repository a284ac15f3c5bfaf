--- A number of people, places, events, documents…
return {
  summary = "the number that was supplied",
  locked = true,
  needs = { "value" },

  compute = function(value)
    return value
  end,
}
