return {
  name = "ile-de-france-priorites",
  layer = "region",
  api = 2,
  summary = "Proposition du projet : priorisation, deux indicateurs au plus par objectif",
  region = "11",
  model = "etablissement-idf",
  proposal = true,
  requires = { "priorisation-etablissement >= 1.0" },
}
