-- expect: rule.budget
return {
  needs = { "value" },
  compute = function(value)
    local list = {}
    for i = 1, 1000 do list[i] = -i end
    while true do table.sort(list, function(a, b) return a > b end) end
  end,
}
