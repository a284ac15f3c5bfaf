-- expect: rule.budget
return {
  needs = { "value" },
  compute = function(value)
    local list = {}
    for i = 1, 2000 do list[i] = i end
    local step, walk = pairs(list)
    for i = 2, 2000 do list[i] = nil end
    while true do step(walk, 1) end
  end,
}
