-- expect: rule.memory
return {
  needs = { "value" },
  compute = function(value)
    local even, odd
    function even() return 1 + odd() end
    function odd() return 1 + even() end
    return even()
  end,
}
