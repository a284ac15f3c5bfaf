-- gives: 2,500
return {
  needs = { "value" },
  compute = function(value)
    local list = {}
    for i = 1, 50 do
      table.insert(list, 2 * i - 1)
    end
    local sum = 0
    while #list > 0 do
      sum = sum + table.remove(list)
    end
    return sum
  end,
}
