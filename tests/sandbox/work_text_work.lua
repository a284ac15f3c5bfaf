-- gives: 5
return {
  needs = { "value" },
  compute = function(value)
    local text = ("Élan"):lower() .. tostring(value)
    return #text:sub(3, -3)
  end,
}
