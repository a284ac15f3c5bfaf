return {
  name = "grand-est-frontiere",
  layer = "region",
  api = 2,
  summary = "Proposition du projet : 4.i défini pour une région frontalière",
  region = "44",
  model = "etat-ars-2024-2028",
  proposal = true,
}
