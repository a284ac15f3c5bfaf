-- expect: rule.error
return {
  needs = { "value" },
  compute = function(value)
    for _ in pairs({ 1 }) do error("no") end
  end,
}
