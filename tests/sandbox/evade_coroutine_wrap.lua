-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    return coroutine.wrap(function() while true do end end)()
  end,
}
