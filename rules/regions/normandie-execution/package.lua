return {
  name = "normandie-execution",
  layer = "region",
  api = 2,
  summary = "Proposition du projet : exécution de la subvention hors dépenses exceptionnelles",
  region = "28",
  model = "dac",
  proposal = true,
}
