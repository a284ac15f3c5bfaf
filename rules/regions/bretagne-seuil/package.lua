return {
  name = "bretagne-seuil",
  layer = "region",
  api = 2,
  summary = "Proposition du projet : « Partiellement atteint » à 60 %, 40 % pour l'objectif 4",
  region = "53",
  model = "etat-ars-2024-2028",
  proposal = true,
}
