-- expect: rule.syntax
return { needs = { "value" }, compute = function(value) retrun value end }
