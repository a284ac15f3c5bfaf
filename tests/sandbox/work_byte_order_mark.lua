-- gives: 40
return {
  needs = { "value" },
  compute = function(value)
    return value
  end,
}
