-- expect: rule.memory
return {
  needs = { "value" },
  compute = function(value)
    local s = "x"
    for _ = 1, 15 do s = s .. s end
    for i = 1, 100000 do local _ = s .. i end
    return value
  end,
}
