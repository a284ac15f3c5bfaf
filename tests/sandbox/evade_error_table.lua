-- expect: rule.error
return {
  needs = { "value" },
  compute = function(value)
    error({ code = "rule.fine" })
  end,
}
