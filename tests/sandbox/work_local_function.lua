-- gives: 80
local function double(x)
  return 2 * x
end

return {
  needs = { "value" },
  compute = function(value)
    return double(value)
  end,
}
