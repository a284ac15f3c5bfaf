-- expect: rule.error
return {
  needs = { "value" },
  compute = function(value)
    for name in pairs(math) do return #name end
  end,
}
