-- gives: 49,995,000
return {
  needs = { "value" },
  compute = function(value)
    local sum = 0
    for i = 1, 9999 do
      sum = sum + i
    end
    return sum
  end,
}
