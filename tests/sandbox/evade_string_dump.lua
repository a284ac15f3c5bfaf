-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    return string.dump(function() end)
  end,
}
