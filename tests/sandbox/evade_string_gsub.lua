-- expect: rule.unavailable
return {
  needs = { "value" },
  compute = function(value)
    return string.gsub("aaaa", ".-b", "")
  end,
}
