-- expect: rule.shape
return math
