--- What was spent once and for all, told by the contract, is not part of the yearly spending.
return function(base)
  return {
    summary = "100 × (dépenses − dépenses exceptionnelles) / subvention",
    needs = { "numerator", "denominator", "param.exceptional_spending?" },

    compute = function(spent, granted, exceptional)
      if exceptional and exceptional > spent then
        return nil, "les dépenses exceptionnelles dépassent les dépenses"
      end
      return base.compute(spent - (exceptional or 0), granted)
    end,
  }
end
