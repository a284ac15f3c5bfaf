-- expect: rule.budget
return {
  needs = { "value" },
  compute = function(value)
    while true do assert(value) end
  end,
}
