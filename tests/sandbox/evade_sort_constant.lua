-- expect: rule.constant
local list = { 3, 2, 1 }

return {
  needs = { "value" },
  compute = function(value)
    table.sort(list)
    return list[1]
  end,
}
