--- « Les indicateurs de suivi de l'activité ne sont pas suffisants » : requests that are counted
--- need something that tells what became of them.
return {
  summary = "AX1.01 ne se suit pas sans AX1.02, AX1.03 ou AX1.04",
  severity = "warning",
  needs = { "followed.AX1.01", "followed.AX1.02", "followed.AX1.03", "followed.AX1.04" },

  validate = function(requests, delay, plans, new_paths)
    if requests and not (delay or plans or new_paths) then
      return false, "AX1.01 compte une activité ; suivez aussi AX1.02, AX1.03 ou AX1.04, qui "
        .. "disent ce qu'elle devient (« les indicateurs de suivi de l'activité ne sont pas "
        .. "suffisants »)"
    end
    return true
  end,
}
