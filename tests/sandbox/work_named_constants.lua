-- gives: 42
local bonus = { small = 2, large = 5 }

return {
  needs = { "value" },
  compute = function(value)
    return value + bonus.small
  end,
}
