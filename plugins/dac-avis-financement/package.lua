--- DAC: an advice on the funding of the mission, which people decide.
return {
  name = "dac-avis-financement",
  layer = "plugin",
  version = "1.0.0",
  api = 2,
  summary = "DAC : avis sur le financement, d'après une échelle régionale (proposition du projet)",
  model = "dac",
  languages = { "fr" },
  provides = {
    steps = { "AVIS" },
    rules = { "column/remaining_path", "section/funding_advice" },
  },
  settings = {
    advice_adjust_from = {
      type = "percent",
      minimum = 0,
      maximum = 100,
      summary = "Score où l'avis devient de moduler le financement (échelle du catalogue)",
    },
    advice_keep_from = {
      type = "percent",
      minimum = 0,
      maximum = 100,
      summary = "Score où l'avis devient de le reconduire (échelle du catalogue)",
    },
    advice_adjust_share = {
      type = "percent",
      default = 95,
      minimum = 0,
      maximum = 100,
      assumption = true,
      summary = "Part du montant reconduite d'emblée quand l'avis est de moduler",
    },
    advice_least_axes = {
      type = "integer",
      default = 4,
      minimum = 1,
      maximum = 6,
      assumption = true,
      summary = "Nombre d'axes qui doivent avoir un score pour donner un avis",
    },
    advice_least_known = {
      type = "percent",
      default = 75,
      minimum = 0,
      maximum = 100,
      assumption = true,
      summary = "Part des statuts attendus qu'il faut connaître pour donner un avis",
    },
  },
}
