-- expect: rule.memory
return {
  needs = { "value" },
  compute = function(value)
    local t = {}
    for i = 1, 320000 do t["k" .. i] = i end
    return value
  end,
}
