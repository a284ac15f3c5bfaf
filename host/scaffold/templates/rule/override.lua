--- @TITLE@
-- « base » est la règle telle que les couches en dessous la donnent : changez ce que vous rendez.
---@param base cpom.rule.@KIND@
---@return cpom.rule.@KIND@
return function(base)
  return {
    summary = "@SUMMARY@",
    needs = { @NEEDS@ },

    @KIND@ = function(@PARAMETERS@)
      return base.@KIND@(@PARAMETERS@)
    end,
  }
end
