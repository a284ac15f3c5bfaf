-- expect: rule.memory
local list = {}
for i = 1, 150000 do
  list[i] = { nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil }
end

return {
  needs = { "value" },
  compute = function(value)
    return #list
  end,
}
