-- expect: rule.error
return {
  needs = { "value" },
  compute = function(value)
    assert(false, {})
  end,
}
