-- expect: rule.budget
return {
  needs = { "value" },
  compute = function(value)
    local list = {}
    for i = 1, 1000 do list[i] = i end
    while true do pairs(list) end
  end,
}
