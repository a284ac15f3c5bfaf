return {
  name = "etat-ars-2024-2028",
  layer = "model",
  api = 1,
  summary = "Ce que les CPOM État-ARS 2024-2028 calculent autrement que les règles communes",
  model = "etat-ars-2024-2028",
}
