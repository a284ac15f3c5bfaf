-- expect: rule.constant
return {
  needs = { "value" },
  compute = function(value)
    local text = "x"
    text.shared = value
    return value
  end,
}
