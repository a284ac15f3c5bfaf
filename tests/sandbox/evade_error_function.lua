-- expect: rule.error
return {
  needs = { "value" },
  compute = function(value)
    error(function() while true do end end)
  end,
}
