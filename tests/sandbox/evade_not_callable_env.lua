-- expect: rule.error
return {
  needs = { "value" },
  compute = function(value)
    local _ENV = {}
    return math.floor(value)
  end,
}
