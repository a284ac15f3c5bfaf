-- expect: rule.memory
return {
  needs = { "value" },
  compute = function(value)
    local t = {}
    local step = (1 << 18) - 1
    for i = 1, 200000 do t[i * step] = true end
    return value
  end,
}
