---@type cpom.package
return {
  name = "@NAME@-regles",
  layer = "contract",
  api = @API@,
  summary = "À compléter : ce que ce contrat calcule à sa façon",
  contract = "@NAME@",
}
