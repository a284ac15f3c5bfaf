-- expect: rule.shape
local needs = {}
for i = 1, 5000 do
  needs[i] = "input_" .. i
end
return { needs = needs, compute = function(...) return ... end }
