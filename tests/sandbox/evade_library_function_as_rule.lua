-- expect: rule.shape
return { needs = {}, compute = math.max }
