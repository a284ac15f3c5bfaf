--- A milestone: reached (1) or not (0).
return {
  summary = "1 when the milestone is reached, 0 when it is not",
  locked = true,
  needs = { "value" },

  compute = function(value)
    if value == 0 or value == 1 then
      return value
    end
    return nil, "a milestone is reached (1) or it is not (0)"
  end,
}
