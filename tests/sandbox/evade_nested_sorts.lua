-- expect: rule.error
return {
  needs = { "value" },
  compute = function(value)
    local function again()
      table.sort({ 2, 1 }, again)
    end
    again()
    return value
  end,
}
