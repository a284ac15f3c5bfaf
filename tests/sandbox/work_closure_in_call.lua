-- gives: 3
return {
  needs = { "value" },
  compute = function(value)
    local n = 0
    local function count()
      n = n + 1
      return n
    end
    count()
    count()
    return count()
  end,
}
