--- DAC, axis 5: information systems.
return {
  name = "dac-axe-5-outils-si",
  layer = "plugin",
  version = "1.0.0",
  api = 2,
  summary = "DAC, axe 5 : outils SI (proposition du projet)",
  model = "dac",
  extends = { "5" },
  languages = { "fr" },
  provides = {
    objectives = { "AX5.S1", "AX5.S1.O1", "AX5.S1.O2", "AX5.S2", "AX5.S2.O1" },
    indicators = { "AX5.01", "AX5.02", "AX5.03", "AX5.04" },
  },
}
