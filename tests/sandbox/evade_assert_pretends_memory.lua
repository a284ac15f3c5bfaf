-- expect: rule.error
return {
  needs = { "value" },
  compute = function(value)
    assert(nil, "not enough memory")
  end,
}
