-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    debug.sethook()
    while true do end
  end,
}
