-- gives: 2
return {
  needs = { "value" },
  compute = function(value)
    return cpom.api
  end,
}
