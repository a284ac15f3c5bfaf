-- expect: rule.shape
local needs = { "value" }
needs[2] = needs
return { needs = needs, compute = function(value) return value end }
