--- Change since the baseline, in the unit of the indicator.
return {
  summary = "value − baseline",
  locked = true,
  needs = { "value", "baseline" },

  compute = function(value, baseline)
    return value - baseline
  end,
}
