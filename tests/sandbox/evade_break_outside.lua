-- expect: rule.syntax
break
