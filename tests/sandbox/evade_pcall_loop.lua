-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    while true do pcall(function() while true do end end) end
  end,
}
