-- expect: rule.budget
return {
  needs = { "value" },
  compute = function(value)
    local list = {}
    for i = 1, 5000 do list[i] = i end
    for _ = 1, 5000 do table.insert(list, 1, 0) end
    return value
  end,
}
