-- expect: rule.shape
return 12
