--- Mean duration: the durations added up, divided by how many there are; or the mean as supplied.
return {
  summary = "total duration / number of cases, or the mean that was supplied",
  locked = true,
  needs = { "value?", "numerator?", "denominator?" },

  compute = function(value, total, cases)
    if total and cases then
      if cases == 0 then
        return nil, "the denominator is 0"
      end
      return total / cases
    end
    if value then
      return value
    end
    return nil, "neither a mean nor a total with its number of cases was supplied"
  end,
}
