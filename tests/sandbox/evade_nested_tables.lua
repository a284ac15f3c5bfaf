-- expect: rule.memory
return {
  needs = { "value" },
  compute = function(value)
    local t = {}
    for _ = 1, 120000 do t = { t, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil } end
    return value
  end,
}
