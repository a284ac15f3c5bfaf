---@type cpom.package
return {
  name = "@NAME@",
  layer = "plugin",
  version = "0.1.0",
  api = @API@,
  summary = "À compléter : ce que l'extension ajoute",
  model = "@MODEL@",
  extends = { "@OBJECTIVE@" },
  languages = { "fr" },
  provides = { indicators = { "@CODE@" } },
}
