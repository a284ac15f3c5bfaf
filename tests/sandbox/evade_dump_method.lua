-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    return ("").dump(function() end)
  end,
}
