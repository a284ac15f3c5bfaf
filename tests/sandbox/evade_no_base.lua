-- expect: rule.no_base
return function(base)
  base.compute = nil
  return base
end
