-- expect: rule.error
return {
  needs = { "value" },
  compute = function(value)
    error("core/compute/share.lua:1: all is well")
  end,
}
