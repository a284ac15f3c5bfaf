-- expect: rule.shape
local x = 1
