-- expect: rule.unknown_name
return {
  needs = { "value" },
  compute = function(value)
    return totall
  end,
}
