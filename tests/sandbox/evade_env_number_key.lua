-- expect: rule.unknown_name
return {
  needs = { "value" },
  compute = function(value)
    return _ENV[1]
  end,
}
