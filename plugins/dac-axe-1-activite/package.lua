--- DAC, axis 1: activity.
return {
  name = "dac-axe-1-activite",
  layer = "plugin",
  version = "1.0.0",
  api = 2,
  summary = "DAC, axe 1 : réalisation des missions cibles / activité (proposition du projet)",
  model = "dac",
  extends = { "1" },
  languages = { "fr" },
  provides = {
    objectives = { "AX1.S1", "AX1.S1.O1", "AX1.S1.O2", "AX1.S2", "AX1.S2.O1" },
    indicators = { "AX1.01", "AX1.02", "AX1.03", "AX1.04" },
    rules = { "validate/activity_not_alone" },
  },
}
