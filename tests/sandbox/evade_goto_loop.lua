-- expect: rule.budget
return {
  needs = { "value" },
  compute = function(value)
    ::again::
    goto again
  end,
}
