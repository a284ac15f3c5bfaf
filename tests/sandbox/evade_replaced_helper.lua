-- expect: rule.state
local helper = function() return 1 end

return {
  needs = { "value" },
  compute = function(value)
    local before = helper()
    helper = function() return 2 end
    return before
  end,
}
