--- A mission that has its own money has to be followed on its own: « distingués afin de permettre
--- un suivi différencié ». Only the indicators of this plugin are seen, hence a warning.
local codes = { "AM.CANCER.01", "AM.ETP.01", "AM.ERC.01" }

return {
  summary = "une mission financée a un indicateur",
  severity = "warning",
  needs = {
    "funding.coordination-cancerologie?",
    "funding.education-therapeutique?",
    "funding.espace-ressource-cancer?",
    "followed.AM.CANCER.01",
    "followed.AM.ETP.01",
    "followed.AM.ERC.01",
  },

  validate = function(cancer_money, education_money, resource_money, cancer, education, resource)
    local money = { cancer_money or 0, education_money or 0, resource_money or 0 }
    local followed = { cancer, education, resource }
    local missing = {}
    for i, code in ipairs(codes) do
      if money[i] > 0 and not followed[i] then
        table.insert(missing, code)
      end
    end
    if missing[1] then
      return false, "une autre mission du porteur est financée sans son indicateur ("
        .. table.concat(missing, ", ") .. ") : suivez-le, ou suivez un indicateur du contrat"
    end
    return true
  end,
}
