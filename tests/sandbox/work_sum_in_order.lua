-- gives: 100
return {
  needs = { "value" },
  compute = function(value)
    local sum = 0
    for _, x in pairs({ a = 10, b = 20, c = 30 }) do
      sum = sum + x
    end
    return sum + value
  end,
}
