-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    local name = "o" .. "s"
    return _ENV[name].time()
  end,
}
