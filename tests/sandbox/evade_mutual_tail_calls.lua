-- expect: rule.budget
return {
  needs = { "value" },
  compute = function(value)
    local ping, pong
    function ping() return pong() end
    function pong() return ping() end
    return ping()
  end,
}
