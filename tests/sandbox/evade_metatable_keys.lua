-- expect: rule.unknown_key
return {
  needs = { "value" },
  compute = function(value)
    return value
  end,
  __index = function() while true do end end,
}
