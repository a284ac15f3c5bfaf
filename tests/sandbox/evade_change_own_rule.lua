-- expect: rule.constant
local rule = { needs = { "value" } }

function rule.compute(value)
  rule.compute = nil
  return value
end

return rule
