-- expect: rule.syntax
goto nowhere
