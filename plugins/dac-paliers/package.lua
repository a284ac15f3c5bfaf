--- DAC: regional tiers.
return {
  name = "dac-paliers",
  layer = "plugin",
  version = "1.0.0",
  api = 2,
  summary = "DAC : paliers régionaux, lus comme des classes de file active (proposition du projet)",
  model = "dac",
  extends = { "1" },
  languages = { "fr" },
  provides = {
    indicators = { "PAL.01" },
    rules = { "compute/regional_tier", "section/tier" },
  },
  settings = {
    tier_2_from = {
      type = "number",
      minimum = 1,
      summary = "File active où le palier 2 commence (échelle du catalogue)",
    },
    tier_3_from = {
      type = "number",
      minimum = 1,
      summary = "File active où le palier 3 commence (échelle du catalogue)",
    },
    tier_4_from = {
      type = "number",
      minimum = 1,
      summary = "File active où le palier 4 commence (échelle du catalogue)",
    },
    tier_5_from = {
      type = "number",
      minimum = 1,
      summary = "File active où le palier 5 commence",
    },
  },
}
