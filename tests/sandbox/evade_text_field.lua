-- expect: rule.constant
return {
  needs = { "value" },
  compute = function(value)
    local text = "x"
    text.len = function() return 0 end
    return value
  end,
}
