-- expect: rule.constant
return {
  needs = { "value" },
  compute = function(value)
    function helper() return 1 end
    return helper()
  end,
}
