-- expect: rule.result
return {
  needs = { "value" },
  compute = function(value)
    local t = {}
    t.t = t
    return t
  end,
}
