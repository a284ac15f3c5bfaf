return {
  name = "example-faulty-rule",
  layer = "contract",
  api = 1,
  summary = "Volontairement fausse, pour montrer qu'une erreur ne coûte qu'un indicateur",
  contract = "etat-ars-2024-2028-bretagne",
}
