-- gives: nil: too few cases
return {
  needs = { "value" },
  compute = function(value)
    if value < 50 then
      return nil, "too few cases"
    end
    return value
  end,
}
