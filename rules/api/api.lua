---@meta
-- cpom stubs
-- Ce que les règles peuvent utiliser, et rien d'autre.

--- Rend la valeur ; si elle est fausse ou nil, arrête la règle avec le message.
---
--- ```lua
--- assert(412 > 0)  --> true
--- ```
---@param value any
---@param message? string
---@return any
function assert(value, message) end

--- Arrête la règle : elle est fausse. Sans résultat, rendez plutôt nil et un motif.
---
--- ```lua
--- error("part inconnue")  --> error: part inconnue
--- ```
---@param message string
function error(message) end

--- Parcourt une liste à partir de 1, dans une boucle for.
---
--- ```lua
--- local sum = 0; for _, x in ipairs({ 5, 7 }) do sum = sum + x end; return sum  --> 12
--- ```
---@param list table
---@return function
---@return table
---@return integer
function ipairs(list) end

--- Parcourt une table : nombres entiers croissants, puis textes dans l'ordre des octets.
---
--- ```lua
--- local all = ""; for k in pairs({ b = 1, a = 2 }) do all = all .. k end; return all  --> "ab"
--- ```
---@param all table
---@return function
---@return table
---@return any
function pairs(all) end

--- Rend les valeurs à partir de ce rang, ou avec "#" leur nombre.
---
--- ```lua
--- select(2, "a", "b")  --> "b"
--- ```
---@param from integer|"#"
---@param ... any
---@return any
function select(from, ...) end

--- Rend le nombre qu'un texte écrit avec un point décimal, sinon nil.
---
--- ```lua
--- tonumber("12.5")  --> 12.5
--- ```
---@param value any
---@return number?
function tonumber(value) end

--- Rend une valeur en texte ; pour des lecteurs, cpom.text écrit mieux un nombre.
---
--- ```lua
--- tostring(12.5)  --> "12.5"
--- ```
---@param value any
---@return string
function tostring(value) end

--- Rend le nom du type, comme "nil" ou "number".
---
--- ```lua
--- type(12.5)  --> "number"
--- ```
---@param value any
---@return string
function type(value) end

---@class mathlib
math = {}

--- Rend le nombre sans son signe.
---
--- ```lua
--- math.abs(-3)  --> 3
--- ```
---@param x number
---@return number
function math.abs(x) end

--- Rend l'entier égal ou immédiatement supérieur.
---
--- ```lua
--- math.ceil(2.1)  --> 3
--- ```
---@param x number
---@return integer
function math.ceil(x) end

--- Rend l'entier égal ou immédiatement inférieur.
---
--- ```lua
--- math.floor(2.9)  --> 2
--- ```
---@param x number
---@return integer
function math.floor(x) end

--- Rend le reste de la division de x par y.
---
--- ```lua
--- math.fmod(7, 3)  --> 1
--- ```
---@param x number
---@param y number
---@return number
function math.fmod(x, y) end

--- Plus grand que tout nombre.
---
--- ```lua
--- math.huge > 1e300  --> true
--- ```
---@type number
math.huge = nil

--- Rend le plus grand des nombres.
---
--- ```lua
--- math.max(3, 8, 5)  --> 8
--- ```
---@param x number
---@param ... number
---@return number
function math.max(x, ...) end

--- Le plus grand nombre entier.
---
--- ```lua
--- math.maxinteger  --> 9223372036854775807
--- ```
---@type integer
math.maxinteger = nil

--- Rend le plus petit des nombres.
---
--- ```lua
--- math.min(3, 8, 5)  --> 3
--- ```
---@param x number
---@param ... number
---@return number
function math.min(x, ...) end

--- Le plus petit nombre entier.
---
--- ```lua
--- math.mininteger  --> -9223372036854775808
--- ```
---@type integer
math.mininteger = nil

--- Le rapport de la circonférence d'un cercle à son diamètre.
---
--- ```lua
--- string.format("%.4f", math.pi)  --> "3.1416"
--- ```
---@type number
math.pi = nil

--- Rend la racine carrée.
---
--- ```lua
--- math.sqrt(16)  --> 4.0
--- ```
---@param x number
---@return number
function math.sqrt(x) end

--- Rend l'entier de même valeur, sinon nil.
---
--- ```lua
--- math.tointeger(3.0)  --> 3
--- ```
---@param x any
---@return integer?
function math.tointeger(x) end

--- Rend "integer" ou "float" d'un nombre, sinon nil.
---
--- ```lua
--- math.type(3.5)  --> "float"
--- ```
---@param x any
---@return string?
function math.type(x) end

--- Dit si le premier est inférieur au second, lus tous deux sans signe.
---
--- ```lua
--- math.ult(1, -1)  --> true
--- ```
---@param one integer
---@param other integer
---@return boolean
function math.ult(one, other) end

---@class stringlib
string = {}

--- Rend les octets d'un texte, d'un rang à un autre.
---
--- ```lua
--- string.byte("A")  --> 65
--- ```
---@param text string
---@param first? integer
---@param last? integer
---@return integer
function string.byte(text, first, last) end

--- Rend le début et la fin d'une partie dans un texte, telle quelle, sans motif.
---
--- ```lua
--- string.find("AX1.02", ".", 1, true)  --> 4, 4
--- ```
---@param text string
---@param part string
---@param first? integer
---@param plain? boolean
---@return integer?
---@return integer?
function string.find(text, part, first, plain) end

--- Fait un texte de valeurs : %d, %s, %f, %g et %%.
---
--- ```lua
--- string.format("%d sur %d", 412, 515)  --> "412 sur 515"
--- ```
---@param form string
---@param ... any
---@return string
function string.format(form, ...) end

--- Rend le nombre d'octets d'un texte ; voir utf8.len.
---
--- ```lua
--- string.len("abc")  --> 3
--- ```
---@param text string
---@return integer
function string.len(text) end

--- Rend le texte en minuscules ; les lettres accentuées restent telles quelles.
---
--- ```lua
--- string.lower("CPOM")  --> "cpom"
--- ```
---@param text string
---@return string
function string.lower(text) end

--- Rend la partie d'un texte d'un octet à un autre ; -1 est le dernier.
---
--- ```lua
--- string.sub("C.1.02", 1, 3)  --> "C.1"
--- ```
---@param text string
---@param first integer
---@param last? integer
---@return string
function string.sub(text, first, last) end

--- Rend le texte en capitales ; les lettres accentuées restent telles quelles.
---
--- ```lua
--- string.upper("cpom")  --> "CPOM"
--- ```
---@param text string
---@return string
function string.upper(text) end

---@class tablelib
table = {}

--- Fait un texte des éléments d'une liste, avec un séparateur.
---
--- ```lua
--- table.concat({ "a", "b" }, ", ")  --> "a, b"
--- ```
---@param list table
---@param between? string
---@param first? integer
---@param last? integer
---@return string
function table.concat(list, between, first, last) end

--- Ajoute une valeur à la fin d'une liste, ou à un rang.
---
--- ```lua
--- local list = { 1, 3 }; table.insert(list, 2, 2); return table.concat(list, " ")  --> "1 2 3"
--- ```
---@param list table
---@param position any
---@param value? any
function table.insert(list, position, value) end

--- Retire la dernière valeur d'une liste, ou celle d'un rang, et la rend.
---
--- ```lua
--- table.remove({ 5, 6, 7 }, 1)  --> 5
--- ```
---@param list table
---@param position? integer
---@return any
function table.remove(list, position) end

--- Trie une liste sur place ; ce qui est égal garde son ordre.
---
--- ```lua
--- local list = { 3, 1, 2 }; table.sort(list); return table.concat(list, " ")  --> "1 2 3"
--- ```
---@param list table
---@param before? fun(one: any, other: any): boolean
function table.sort(list, before) end

--- Rend une à une les valeurs d'une liste, 200 au plus.
---
--- ```lua
--- math.max(table.unpack({ 3, 8, 5 }))  --> 8
--- ```
---@param list table
---@param first? integer
---@param last? integer
---@return any
function table.unpack(list, first, last) end

---@class utf8lib
utf8 = {}

--- Rend le texte des caractères de ces numéros.
---
--- ```lua
--- utf8.char(233)  --> "é"
--- ```
---@param ... integer
---@return string
function utf8.char(...) end

--- Rend le nombre de caractères d'un texte, ou nil et le rang du premier octet faux.
---
--- ```lua
--- utf8.len("été")  --> 3
--- ```
---@param text string
---@return integer?
---@return integer?
function utf8.len(text) end

---@class cpomlib
cpom = {}

--- Arrondit comme les mesures avant leur comparaison : un demi s'éloigne de zéro.
---
--- ```lua
--- cpom.round(79.95, 1)  --> 80.0
--- ```
---@param x number
---@param decimals? integer
---@return number
function cpom.round(x, decimals) end

--- Écrit un nombre à la française ; sans décimales, toutes celles qu'il a.
---
--- ```lua
--- cpom.text(72.5)  --> "72,5"
--- ```
---@param x number
---@param decimals? integer
---@return string
function cpom.text(x, decimals) end

--- La révision de ce que les paquets peuvent utiliser.
---
--- ```lua
--- cpom.api >= 1  --> true
--- ```
---@type integer
cpom.api = nil
