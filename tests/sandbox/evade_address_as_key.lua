-- expect: rule.error
return {
  needs = { "value" },
  compute = function(value)
    local t = { [{}] = 1 }
    for k in pairs(t) do return nil, tostring(k) end
  end,
}
