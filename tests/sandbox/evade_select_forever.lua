-- expect: rule.budget
return {
  needs = { "value" },
  compute = function(value)
    local function last(...) return (select(-1, ...)) end
    while true do last(table.unpack({}, 1, 200)) end
  end,
}
