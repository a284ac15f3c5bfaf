--- An amount of money.
return {
  summary = "the amount that was supplied",
  locked = true,
  needs = { "value" },

  compute = function(value)
    return value
  end,
}
