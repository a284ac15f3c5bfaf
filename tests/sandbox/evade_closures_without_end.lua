-- expect: rule.memory
return {
  needs = { "value" },
  compute = function(value)
    local list = {}
    for i = 1, 100000 do
      local a, b, c, d, e, f
      list[i] = function() return a, b, c, d, e, f, i end
    end
    return value
  end,
}
