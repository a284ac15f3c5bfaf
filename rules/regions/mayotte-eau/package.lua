return {
  name = "mayotte-eau",
  layer = "region",
  api = 2,
  summary = "Proposition du projet : un indicateur commun à la région, sur l'accès à l'eau",
  region = "06",
  model = "etat-ars-2024-2028",
  proposal = true,
}
