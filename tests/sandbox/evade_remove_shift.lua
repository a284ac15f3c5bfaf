-- expect: rule.budget
return {
  needs = { "value" },
  compute = function(value)
    local list = {}
    for i = 1, 9000 do list[i] = i end
    for _ = 1, 9000 do table.remove(list, 1) end
    return value
  end,
}
