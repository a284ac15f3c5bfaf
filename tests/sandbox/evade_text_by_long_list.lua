-- expect: rule.memory
return {
  needs = { "value" },
  compute = function(value)
    local s = "x"
    for _ = 1, 16 do s = s .. s end
    local list = {}
    for i = 1, 150000 do list[i] = s end
    return nil, table.concat(list)
  end,
}
