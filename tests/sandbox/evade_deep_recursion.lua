-- expect: rule.memory
return {
  needs = { "value" },
  compute = function(value)
    local function deeper() return 1 + deeper() end
    return deeper()
  end,
}
