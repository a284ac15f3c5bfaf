-- expect: rule.budget
while true do end

return {
  needs = { "value" },
  compute = function(value)
    return value
  end,
}
