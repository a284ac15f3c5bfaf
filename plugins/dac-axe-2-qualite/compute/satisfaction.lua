--- Share of satisfied answers, read only where enough of the questionnaires came back. The
--- component "survey" holds the answers received (numerator) and the questionnaires sent
--- (denominator).
return {
  summary = "100 × réponses satisfaites / exprimées, si assez de questionnaires reviennent",
  needs = {
    "numerator",
    "denominator",
    "survey.numerator?",
    "survey.denominator?",
    "param.minimum_response_rate",
  },

  compute = function(satisfied, expressed, answers, sent, least)
    if not answers or not sent then
      return nil, "le nombre de questionnaires envoyés et reçus n'est pas fourni"
    end
    if sent == 0 then
      return nil, "aucun questionnaire n'a été envoyé"
    end
    if answers > sent then
      return nil, "plus de questionnaires reçus que de questionnaires envoyés"
    end
    if 100 * answers < least * sent then
      return nil, "trop peu de questionnaires sont revenus pour que la part dise quelque chose"
    end
    if expressed == 0 then
      return nil, "aucune réponse n'est exprimée"
    end
    return 100 * satisfied / expressed
  end,
}
