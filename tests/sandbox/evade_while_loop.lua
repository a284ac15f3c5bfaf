-- expect: rule.budget
return {
  needs = { "value" },
  compute = function(value)
    while true do end
  end,
}
