-- expect: rule.error
return {
  needs = { "value" },
  compute = function(value)
    local step = pairs({})
    return step({}, 1)
  end,
}
