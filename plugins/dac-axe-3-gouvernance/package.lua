--- DAC, axis 3: governance.
return {
  name = "dac-axe-3-gouvernance",
  layer = "plugin",
  version = "1.0.0",
  api = 2,
  summary = "DAC, axe 3 : gouvernance et animation territoriale (proposition du projet)",
  model = "dac",
  extends = { "3" },
  languages = { "fr" },
  provides = {
    objectives = { "AX3.S1", "AX3.S1.O1", "AX3.S2", "AX3.S2.O1", "AX3.S2.O2" },
    indicators = { "AX3.01", "AX3.02", "AX3.03", "AX3.04", "AX3.05" },
    rules = { "classify/by_level", "compute/maturity_level" },
  },
  settings = {
    maturity_1_from = {
      type = "percent",
      minimum = 0,
      maximum = 100,
      summary = "Part des critères tenus où le niveau 1 commence (échelle du catalogue)",
    },
    maturity_2_from = {
      type = "percent",
      minimum = 0,
      maximum = 100,
      summary = "Part des critères tenus où le niveau 2 commence (échelle du catalogue)",
    },
    maturity_3_from = {
      type = "percent",
      minimum = 0,
      maximum = 100,
      summary = "Part des critères tenus où le niveau 3 commence (échelle du catalogue)",
    },
    maturity_4_from = {
      type = "percent",
      minimum = 0,
      maximum = 100,
      summary = "Part des critères tenus où le niveau 4 commence (échelle du catalogue)",
    },
    near_levels = {
      type = "integer",
      default = 1,
      minimum = 0,
      maximum = 4,
      assumption = true,
      summary = "Niveaux sous la cible encore « Partiellement atteint »",
    },
  },
}
