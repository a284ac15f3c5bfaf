-- expect: rule.budget
return {
  needs = { "value" },
  compute = function(value)
    table.sort({ 2, 1 }, function() while true do end end)
    return value
  end,
}
