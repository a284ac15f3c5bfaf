return {
  name = "pays-de-la-loire-ecart",
  layer = "region",
  api = 2,
  summary = "Proposition du projet : une colonne « écart à la cible »",
  region = "52",
  model = "etat-ars-2024-2028",
  proposal = true,
}
