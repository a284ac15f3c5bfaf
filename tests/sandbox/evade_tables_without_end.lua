-- expect: rule.memory
return {
  needs = { "value" },
  compute = function(value)
    local list = {}
    for i = 1, 120000 do list[i] = { nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil } end
    return value
  end,
}
