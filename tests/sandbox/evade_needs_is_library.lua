-- expect: rule.shape
return { needs = string, compute = function(value) return value end }
