--- Volontairement fausse, pour montrer: nobody ever fills in the number of sites.
local stocks = {}

return function(base)
  return {
    compute = function(value)
      return base.compute(value) / stocks.sites
    end,
  }
end
