-- expect: rule.error
return {
  needs = { "value" },
  compute = function(value)
    local guard <close> = {}
    return value
  end,
}
