-- expect: rule.budget
return {
  needs = { "value" },
  compute = function(value)
    while true do string.format("%50d", 1) end
  end,
}
