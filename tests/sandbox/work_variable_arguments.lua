-- gives: 3
return {
  needs = { "value" },
  compute = function(value)
    local function count(...)
      return select("#", ...)
    end
    return count(nil, nil, nil)
  end,
}
