--- Rate of change since the baseline, in percent.
return {
  summary = "100 × (value − baseline) / baseline",
  locked = true,
  needs = { "value", "baseline" },

  compute = function(value, baseline)
    if baseline < 0 then
      return nil, "the baseline is negative: there is no rate of change from it"
    end
    if baseline == 0 then
      return nil, "the baseline is 0: there is no rate of change from it"
    end
    return 100 * (value - baseline) / baseline
  end,
}
