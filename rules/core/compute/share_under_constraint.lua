--- Share that counts only while a second figure stays within its limit. The component "constraint"
--- tells what was used (numerator) of what is allowed (denominator), or that rate in percent
--- (value). The second result says whether the constraint is kept: where it is not, the target is
--- not reached, however good the share.
return {
  summary = "100 × numerator / denominator, while the constraint stays within its limit",
  locked = true,
  needs = {
    "numerator?",
    "denominator?",
    "constraint?",
    "constraint.numerator?",
    "constraint.denominator?",
    "param.constraint_limit?",
    "value?",
  },

  compute = function(numerator, denominator, constraint, used, allowed, limit, value)
    if denominator == 0 then
      return nil, "the denominator is 0"
    end
    local share = value
    if numerator and denominator then
      share = 100 * numerator / denominator
    end
    if not share then
      return nil, "the rate was not supplied"
    end
    if used and allowed then
      return share, 100 * used <= (limit or 100) * allowed
    end
    if constraint then
      return share, constraint <= (limit or 100)
    end
    return nil, "the figure of the constraint was not supplied"
  end,
}
