-- gives: 41
return {
  needs = { "value" },
  compute = function(value)
    return math.max(math.floor(value / 3), math.ceil(value)) + math.abs(-1)
  end,
}
