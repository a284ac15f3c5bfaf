-- gives: 40
return {
  needs = { "value" },
  compute = function(value)
    assert(type(value) == "number", "a number is needed")
    return value
  end,
}
