-- expect: rule.budget
return {
  needs = { "value" },
  compute = function(value)
    local t = {}
    while true do t = { t } end
  end,
}
