--- DAC, axis 2: quality of the service.
return {
  name = "dac-axe-2-qualite",
  layer = "plugin",
  version = "1.0.0",
  api = 2,
  summary = "DAC, axe 2 : qualité du service rendu (proposition du projet)",
  model = "dac",
  extends = { "2" },
  languages = { "fr" },
  provides = {
    objectives = { "AX2.S1", "AX2.S1.O1", "AX2.S1.O2", "AX2.S2", "AX2.S2.O1" },
    indicators = { "AX2.01", "AX2.02", "AX2.03", "AX2.04", "AX2.05" },
    steps = { "AX2.E1" },
    rules = { "compute/satisfaction" },
  },
  settings = {
    minimum_response_rate = {
      type = "percent",
      default = 30,
      minimum = 0,
      maximum = 100,
      assumption = true,
      summary = "Part des questionnaires revenus sous laquelle une satisfaction ne se lit pas",
    },
    minimum_denominator = {
      type = "integer",
      default = 5,
      minimum = 1,
      indicator = "AX2.04",
      assumption = true,
      summary = "Nombre de réclamations sous lequel une part ne dit rien",
    },
  },
}
