-- Rules and plugins run in a sandbox of Lua 5.4: what the host does not offer is not there.
std = {
  read_globals = {
    "assert", "error", "ipairs", "math", "pairs", "select", "string", "table",
    "tonumber", "tostring", "type", "utf8",
    "cpom",
  },
}
max_line_length = 100
max_cyclomatic_complexity = 12

-- Attempts to escape, and rules wrong on purpose, name what is not there.
exclude_files = { "tests/sandbox/evade_*" }
files["tests/sandbox"] = { std = "lua54", ignore = { "." } }
files["tests/unit"] = { ignore = { "." } }
-- Annotations for editors; never executed.
files["rules/api"] = { ignore = { "1", "2" }, max_line_length = false }
