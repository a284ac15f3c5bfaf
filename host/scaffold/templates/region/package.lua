---@type cpom.package
return {
  name = "@NAME@",
  layer = "region",
  api = @API@,
  summary = "À compléter : ce que la région règle ou calcule à sa façon",
  region = "@REGION@",
  model = "@MODEL@",
}
