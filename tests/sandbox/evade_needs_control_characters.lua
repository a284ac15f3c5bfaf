-- expect: rule.unknown_input
return { needs = { "value\27[2J" }, compute = function(value) return value end }
