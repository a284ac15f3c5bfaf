-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    for _ in utf8.codes("x") do end
    return value
  end,
}
