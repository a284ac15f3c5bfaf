-- expect: rule.error
return {
  needs = { "value" },
  compute = function(value)
    error("\27[2J\0\r\n\226\128\174")
  end,
}
