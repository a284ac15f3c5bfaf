-- expect: rule.budget
return {
  needs = { "value" },
  compute = function(value)
    local function again() return again() end
    return again()
  end,
}
