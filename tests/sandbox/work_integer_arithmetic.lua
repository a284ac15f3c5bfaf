-- gives: 13
return {
  needs = { "value" },
  compute = function(value)
    return value // 3 | 1
  end,
}
