-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    local function loop() while true do end end
    xpcall(loop, loop)
    return value
  end,
}
