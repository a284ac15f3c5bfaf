return {
  name = "hauts-de-france-paliers",
  layer = "region",
  api = 2,
  summary = "Proposition du projet : les paliers de file active de la région",
  region = "32",
  model = "dac",
  proposal = true,
  requires = { "dac-paliers >= 1.0" },
}
