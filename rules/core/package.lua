--- The rules that all contracts share.
return {
  name = "core",
  layer = "core",
  api = 1,
  summary = "Forms of computation, comparison with a target, statuses and weather of all contracts",
}
