return {
  name = "occitanie-statuts",
  layer = "region",
  api = 2,
  summary = "Proposition du projet : une échelle de quatre statuts",
  region = "76",
  model = "etat-ars-2024-2028",
  proposal = true,
}
