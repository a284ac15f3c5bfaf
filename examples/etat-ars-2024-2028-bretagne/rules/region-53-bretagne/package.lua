return {
  name = "region-53-bretagne",
  layer = "region",
  api = 1,
  summary = "Exemple : « Partiellement atteint » dès 60 %, durées de C.4.07 en heures",
  region = "53",
  model = "etat-ars-2024-2028",
}
