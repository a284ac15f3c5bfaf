--- Stays beyond the border: those under an agreement are some of all, never more.
return function(base)
  return {
    summary = "100 × séjours conventionnés / séjours transfrontaliers",

    compute = function(under_agreement, stays)
      if under_agreement > stays then
        return nil, "plus de séjours conventionnés que de séjours transfrontaliers"
      end
      return base.compute(under_agreement, stays)
    end,
  }
end
