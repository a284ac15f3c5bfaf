-- expect: rule.memory
return {
  needs = { "value" },
  compute = function(value)
    local function all(...) return select("#", ...) end
    local function grow(n, ...)
      if n == 0 then return all(...) end
      return grow(n - 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ...)
    end
    return grow(1000)
  end,
}
