-- expect: rule.budget
return {
  needs = { "value" },
  compute = function(value)
    local t = {}
    local step = (1 << 12) - 1
    for i = 1, 4000 do t[i * step] = true end
    while true do end
  end,
}
