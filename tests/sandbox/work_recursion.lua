-- gives: 832,040
return {
  needs = { "value" },
  compute = function(value)
    local function fibonacci(n, a, b)
      if n == 0 then
        return a
      end
      return fibonacci(n - 1, b, a + b)
    end
    return fibonacci(30, 0, 1)
  end,
}
