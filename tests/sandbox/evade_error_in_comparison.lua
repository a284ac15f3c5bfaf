-- expect: rule.error
return {
  needs = { "value" },
  compute = function(value)
    table.sort({ 3, 2, 1 }, function() error("no") end)
    return value
  end,
}
