-- expect: rule.memory
return {
  needs = { "value" },
  compute = function(value)
    local s = "x"
    for _ = 1, 16 do s = s .. s end
    return nil, string.format("%s%s", s, s)
  end,
}
