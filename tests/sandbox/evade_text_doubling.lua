-- expect: rule.memory
return {
  needs = { "value" },
  compute = function(value)
    local text = "x"
    while true do text = text .. text end
  end,
}
