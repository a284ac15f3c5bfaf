-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    return package.loaded.os.time()
  end,
}
