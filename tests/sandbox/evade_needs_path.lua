-- expect: rule.unknown_input
return { needs = { "../../etc/passwd" }, compute = function(value) return value end }
