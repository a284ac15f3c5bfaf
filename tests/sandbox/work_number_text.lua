-- gives: 1
return {
  needs = { "value" },
  compute = function(value)
    local whole = cpom.text(1180000) == "1\u{202F}180\u{202F}000"
      and cpom.text(-1034.5) == "-1\u{202F}034,5"
    return whole and cpom.text(2.345, 2) == "2,35" and cpom.text(7, 1) == "7,0" and 1 or 0
  end,
}
