-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    for _ in ("a"):gmatch(".") do end
    return value
  end,
}
