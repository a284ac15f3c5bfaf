-- cpom stubs
std = {
  read_globals = {
    "assert", "error", "ipairs", "pairs", "select", "tonumber", "tostring", "type",
    cpom = { fields = { "round", "text", "api" } },
    math = { fields = { "abs", "ceil", "floor", "fmod", "huge", "max", "maxinteger", "min", "mininteger", "pi", "sqrt", "tointeger", "type", "ult" } },
    string = { fields = { "byte", "find", "format", "len", "lower", "sub", "upper" } },
    table = { fields = { "concat", "insert", "remove", "sort", "unpack" } },
    utf8 = { fields = { "char", "len" } },
  },
}
files["**/*_test.lua"] = { read_globals = { "describe", "fdescribe", "xdescribe", "it", "fit", "xit", "before_each", "rule", "expect" } }
exclude_files = { ".cpom" }
max_line_length = false
