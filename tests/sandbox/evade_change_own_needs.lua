-- expect: rule.constant
local needs = { "value" }
local _ = needs

return {
  needs = { "value" },
  compute = function(value)
    needs[1] = "denominator"
    return value
  end,
}
