-- expect: rule.budget
return {
  needs = { "value" },
  compute = function(value)
    local text = "a"
    for _ = 1, 15 do text = text .. text end
    local part = text:sub(1, 16000) .. "b"
    while true do text:find(part) end
  end,
}
