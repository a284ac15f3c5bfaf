-- expect: rule.memory
return {
  needs = { "value" },
  compute = function(value)
    local s = "x"
    for _ = 1, 16 do s = s .. s end
    return nil, s .. s .. s .. s .. s .. s
  end,
}
