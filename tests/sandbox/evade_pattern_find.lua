-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    local at = ("aaaaaaaaaaaaaaaaaaaaaaaa"):find("a-a-a-a-a-a-b")
    return at
  end,
}
