-- gives: 1
return {
  needs = { "value" },
  compute = function(value)
    return cpom.api
  end,
}
