-- expect: rule.budget
return {
  needs = { "value" },
  compute = function(value)
    local n = 0
    while true do n = n + #tostring(n) end
  end,
}
