-- expect: rule.error
return {
  needs = { "value" },
  compute = function(value)
    for _ = 1, 10, 0 do end
    return value
  end,
}
