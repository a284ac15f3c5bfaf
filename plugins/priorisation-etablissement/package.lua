--- Establishments, Île-de-France: which stakes first.
return {
  name = "priorisation-etablissement",
  layer = "plugin",
  version = "1.0.0",
  api = 2,
  summary = "Établissement, Île-de-France : conseil ordonné sur les enjeux à contractualiser",
  model = "etablissement-idf",
  languages = { "fr" },
  provides = {
    rules = { "section/prioritisation" },
  },
  settings = {
    question_1a = { type = "boolean", summary = "1a : situation financière à risque" },
    question_1b = { type = "boolean", summary = "1b : difficultés majeures de sécurité des soins" },
    question_2a = { type = "boolean", summary = "2a : besoin non couvert d'offre de soins" },
    question_2b = { type = "boolean", summary = "2b : parcours de santé à améliorer" },
    question_2c = { type = "boolean", summary = "2c : projets de coopérations restructurants" },
    question_2d = { type = "boolean", summary = "2d : alternatives à l'hospitalisation complète" },
    question_2e = { type = "boolean", summary = "2e : obligations du SPH à contractualiser" },
    question_3a = { type = "boolean", summary = "3a : qualité des prises en charge" },
    question_3b = { type = "boolean", summary = "3b : gestion des opérations" },
    question_3c = { type = "boolean", summary = "3c : gestion des ressources humaines" },
    public_hospital_service = {
      type = "boolean",
      summary = "L'établissement est habilité ou associé au SPH : sinon 2e ne se pose pas",
    },
  },
}
