--- DAC, axis 6: the unforeseen, and innovation.
return {
  name = "dac-axe-6-innovation",
  layer = "plugin",
  version = "1.0.0",
  api = 2,
  summary = "DAC, axe 6 : gestion des imprévus et innovation (proposition du projet)",
  model = "dac",
  extends = { "6" },
  languages = { "fr" },
  provides = {
    objectives = { "AX6.S1", "AX6.S1.O1", "AX6.S2", "AX6.S2.O1" },
    indicators = { "AX6.01", "AX6.02", "AX6.03" },
  },
  settings = {
    minimum_denominator = {
      type = "integer",
      default = 5,
      minimum = 1,
      indicator = "AX6.01",
      assumption = true,
      summary = "Nombre de situations imprévues sous lequel une part ne dit rien",
    },
  },
}
