--- DAC, axis 4: people and organisation.
return {
  name = "dac-axe-4-ressources-humaines",
  layer = "plugin",
  version = "1.0.0",
  api = 2,
  summary = "DAC, axe 4 : ressources humaines et organisation internes (proposition du projet)",
  model = "dac",
  extends = { "4" },
  languages = { "fr" },
  provides = {
    objectives = { "AX4.S1", "AX4.S1.O1", "AX4.S1.O2", "AX4.S2", "AX4.S2.O1" },
    indicators = { "AX4.01", "AX4.02", "AX4.03", "AX4.04" },
  },
}
