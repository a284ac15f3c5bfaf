-- gives: 50
return {
  needs = { "value" },
  compute = function(value)
    if value == 0 then
      return nil, "the denominator is 0"
    end
    return 100 * 20 / value
  end,
}
