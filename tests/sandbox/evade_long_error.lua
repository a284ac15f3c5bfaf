-- expect: rule.error
return {
  needs = { "value" },
  compute = function(value)
    local s = "x"
    for _ = 1, 15 do s = s .. s end
    error(s)
  end,
}
