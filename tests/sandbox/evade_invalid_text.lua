-- expect: rule.syntax
return { summary = "été" }
