--- The agency's method to choose « seulement 3 à 10 objectifs et indicateurs »: ten questions in
--- three steps, in an order. The texts are those of the form, word for word. The advice orders and
--- excludes nothing; a question without an answer is neither a yes nor a no.
local caution = "Mise en œuvre : cette proposition de hiérarchisation a vocation à guider les "
  .. "négociateurs dans leur raisonnement bien qu’en réalité il soit important de "
  .. "tenir compte de l’imbrication des thèmes entre eux (exemple : un plan de retour "
  .. "à l’équilibre financier ne peut être fait sans remettre en question le projet "
  .. "médical et organisationnel de l’établissement)."

local steps = {
  {
    title = "Analyser la « santé » de la structure et donc sa pérennité en l’état "
      .. "(volet 1) :",
    volet = 1,
    conclusion = "Si OUI, alors privilégier des engagements à ce niveau, sinon continuer",
    verb = "privilégier",
    questions = {
      {
        id = "1a",
        objective = "V1.2.a",
        text = "L’établissement est-il dans une situation financière à risque ?",
      },
      {
        id = "1b",
        objective = "V1.3.a",
        text = "Rencontre-t-il des difficultés majeures sur le plan de la sécurité des "
          .. "soins?",
      },
    },
  },
  {
    title = "Analyser les perspectives d’évolution de l’offre de soins au regard du PRS "
      .. "(volet 2) :",
    volet = 2,
    conclusion = "Si OUI, alors privilégier des engagements à ce niveau, sinon continuer",
    verb = "privilégier",
    questions = {
      {
        id = "2a",
        objective = "V2.1.a",
        text = "L’établissement peut-il contribuer à couvrir un besoin non couvert en "
          .. "matière d’offre de soins?",
      },
      {
        id = "2b",
        objective = "V2.2.a",
        text = "L’établissement peut-il contribuer à améliorer un parcours de santé?",
      },
      {
        id = "2c",
        objective = "V2.3.a",
        text = "L’établissement peut-il s’inscrire dans des projets de coopérations "
          .. "restructurants?",
      },
      {
        id = "2d",
        objective = "V2.1.b",
        text = "L’établissement peut-il contribuer à développer les alternatives à "
          .. "l’hospitalisation complète?",
      },
      {
        id = "2e",
        objective = "V2.1.c",
        conditional = true,
        text = "S’il est habilité ou associé au Service Public Hospitalier (SPH), ses "
          .. "obligations font-elles l’objet d’une déclinaison particulière à "
          .. "contractualiser ?",
      },
    },
  },
  {
    title = "Analyser les perspectives d’optimisation des processus internes "
      .. "d’organisation des soins et de management (volet 1) :",
    volet = 1,
    conclusion = "SI OUI, alors négocier des engagements à ce niveau.",
    verb = "négocier",
    questions = {
      {
        id = "3a",
        objective = "V1.4.a",
        text = "L’établissement peut-il améliorer la qualité de ses prises en charge?",
      },
      {
        id = "3b",
        objective = "V1.5.a",
        text = "L’établissement peut-il améliorer la gestion de ses opérations "
          .. "(informatisation, outils de pilotage…)?",
      },
      {
        id = "3c",
        objective = "V1.6.a",
        text = "L’établissement peut-il améliorer la gestion de ses ressources "
          .. "humaines?",
      },
    },
  },
}

--- "OUI", "NON", "sans objet" (the condition of the question is not met) or "sans réponse".
local function answer_of(question, answer, public_service)
  if question.conditional and public_service ~= 1 then
    return public_service == 0 and "sans objet" or "sans réponse"
  end
  if not answer then
    return "sans réponse"
  end
  return answer == 1 and "OUI" or "NON"
end

--- Adds the lines of one step; returns the objectives of its yeses, and the ids without answer.
local function tell_step(lines, number, step, answers, public_service)
  local yeses = {}
  local silent = {}
  table.insert(lines, number .. ". " .. step.title)
  for i, question in ipairs(step.questions) do
    local said = answer_of(question, answers[i], public_service)
    table.insert(lines, question.id .. " " .. said .. " : " .. question.text)
    if said == "OUI" then
      table.insert(yeses, question.objective)
    elseif said == "sans réponse" then
      table.insert(silent, question.id)
    end
  end
  table.insert(lines, step.conclusion)
  return yeses, silent
end

--- The first step with a yes comes first, those of later steps after it.
local function tell_advice(lines, found)
  local order = 0
  for number, step in ipairs(found) do
    if step.yeses[1] then
      order = order + 1
      table.insert(lines, (order == 1 and "Conseil : étape " or "Puis, sans rien exclure : étape ")
        .. number .. ", " .. steps[number].verb .. " des engagements sur "
        .. table.concat(step.yeses, ", ") .. ".")
    end
  end
  if order == 0 then
    table.insert(lines, "Conseil : aucun OUI ; la méthode ne dit pas la suite.")
  end
end

--- How many have no answer; those of a step before the first yes can still change the order.
local function tell_silence(lines, found)
  local silent = {}
  local settled = false
  local open = false
  for _, step in ipairs(found) do
    settled = settled or step.yeses[1] ~= nil
    for _, id in ipairs(step.silent) do
      table.insert(silent, id)
      open = open or not settled
    end
  end
  if silent[1] then
    table.insert(lines, "Sans réponse : " .. table.concat(silent, ", ")
      .. (open and " ; une étape qui attend une réponse peut encore passer devant." or "."))
  end
  return #silent
end

return {
  label = "Priorisation des enjeux : conseil ordonné",
  summary = "les dix questions de la méthode, dans l'ordre de ses trois étapes",
  needs = {
    "param.question_1a?",
    "param.question_1b?",
    "param.question_2a?",
    "param.question_2b?",
    "param.question_2c?",
    "param.question_2d?",
    "param.question_2e?",
    "param.question_3a?",
    "param.question_3b?",
    "param.question_3c?",
    "param.public_hospital_service?",
  },

  section = function(...)
    local given = { ... }
    local public_service = given[11]
    local lines = {}
    local found = {}
    local first = 1
    for number, step in ipairs(steps) do
      local answers = {}
      for i = 1, #step.questions do
        answers[i] = given[first + i - 1]
      end
      first = first + #step.questions
      local yeses, silent = tell_step(lines, number, step, answers, public_service)
      found[number] = { yeses = yeses, silent = silent }
    end
    tell_advice(lines, found)
    if tell_silence(lines, found) == 10 then
      return nil, "aucune des dix questions de la méthode n'a de réponse dans <settings>"
    end
    table.insert(lines, caution)
    return table.concat(lines, "\n")
  end,
}
