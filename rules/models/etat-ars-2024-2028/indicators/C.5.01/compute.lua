--- Number and share in one indicator: the share is judged, and the number has to be its numerator.
return function(base)
  return {
    summary = "100 × numerator / denominator, the number of patients being the numerator",
    needs = { "numerator", "denominator", "patients?" },

    compute = function(numerator, denominator, patients)
      if patients and patients ~= numerator then
        return nil, "le nombre de patients n'est pas le numérateur de la part"
      end
      return base.compute(numerator, denominator)
    end,
  }
end
