-- expect: rule.constant
local ring = {}
ring.next = { next = ring }

return {
  needs = { "value" },
  compute = function(value)
    ring.next.next.count = value
    return value
  end,
}
