--- How much of a given quantity is attained, in percent.
return {
  summary = "100 × value / quantity",
  locked = true,
  needs = { "value", "param.quantity" },

  compute = function(value, quantity)
    if quantity == 0 then
      return nil, "the quantity to attain is 0"
    end
    return 100 * value / quantity
  end,
}
