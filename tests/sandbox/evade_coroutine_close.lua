-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    local co = coroutine.create(function() end)
    return coroutine.close(co)
  end,
}
