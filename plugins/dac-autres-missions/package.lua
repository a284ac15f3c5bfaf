--- DAC: the bearer's other missions.
return {
  name = "dac-autres-missions",
  layer = "plugin",
  version = "1.0.0",
  api = 2,
  summary = "DAC : autres missions du porteur, distinguées de celle du DAC (proposition du projet)",
  model = "dac",
  languages = { "fr" },
  provides = {
    objectives = { "AM.CANCER", "AM.ETP", "AM.ERC" },
    indicators = { "AM.CANCER.01", "AM.ETP.01", "AM.ERC.01" },
    rules = { "validate/funded_missions_followed" },
  },
}
