--- A figure that its supplier has computed: it is taken as it was published.
return {
  summary = "the figure that was published",
  locked = true,
  needs = { "value" },

  compute = function(value)
    return value
  end,
}
