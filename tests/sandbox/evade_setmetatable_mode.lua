-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    return #setmetatable({}, { __mode = "k" })
  end,
}
