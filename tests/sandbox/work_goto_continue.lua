-- gives: 25
return {
  needs = { "value" },
  compute = function(value)
    local sum = 0
    for i = 1, 10 do
      if i % 2 == 0 then
        goto continue
      end
      sum = sum + i
      ::continue::
    end
    return sum
  end,
}
