-- expect: rule.budget
return {
  needs = { "value" },
  compute = function(value)
    local text = "a"
    for _ = 1, 15 do text = text .. text end
    while true do utf8.len(text) end
  end,
}
