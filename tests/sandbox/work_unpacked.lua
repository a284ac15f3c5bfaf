-- gives: 6
return {
  needs = { "value" },
  compute = function(value)
    local function add(a, b, c)
      return a + b + c
    end
    return add(table.unpack({ 1, 2, 3 }))
  end,
}
