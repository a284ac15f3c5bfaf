return {
  name = "auvergne-rhone-alpes-meteo",
  layer = "region",
  api = 2,
  summary = "Proposition du projet : pas d'« ensoleillé » pour un objectif incomplet",
  region = "84",
  model = "etat-ars-2024-2028",
  proposal = true,
}
