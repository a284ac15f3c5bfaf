-- expect: rule.memory
return {
  needs = { "value" },
  compute = function(value)
    local list = {}
    for i = 1, 2000 do list[i] = "0123456789012345678901234567890123456789" end
    return nil, table.concat(list)
  end,
}
