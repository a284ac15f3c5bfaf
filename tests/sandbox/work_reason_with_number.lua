-- gives: nil: 40 cases, 50 are needed
return {
  needs = { "value" },
  compute = function(value)
    return nil, string.format("%d cases, %d are needed", value, 50)
  end,
}
