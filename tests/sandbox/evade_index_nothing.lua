-- expect: rule.error
return {
  needs = { "value" },
  compute = function(value)
    return value.x.y
  end,
}
