return {
  name = "reunion-mayotte-petits-nombres",
  layer = "region",
  api = 2,
  summary = "Proposition du projet : effectifs minimaux par indicateur, pour La Réunion et Mayotte",
  region = "04",
  model = "etat-ars-2019-2023",
  proposal = true,
}
