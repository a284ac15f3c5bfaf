-- expect: rule.budget
return {
  needs = { "value" },
  compute = function(value)
    repeat until false
  end,
}
