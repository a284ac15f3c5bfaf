-- expect: rule.error
return {
  needs = { "value" },
  compute = function(value)
    for name in pairs(_ENV) do return #name end
  end,
}
