---@meta
-- cpom stubs
-- Ce que les tests (*_test.lua) peuvent utiliser en plus.

---@class cpom.answer
---@field rule string
---@field value any
---@field second any
---@field reason? string
---@field code? string

---@class cpom.expectation
local expectation = {}

--- Regroupe des cas sous un titre.
---
--- ```lua
--- describe("arrondir", function()
---   it("éloigne un demi de zéro", function()
---     expect(cpom.round(0.5)).equal(1)
---   end)
--- end)
--- ```
---@param what string
---@param cases fun()
function describe(what, cases) end

--- Regroupe des cas ; seuls ceux-là et les autres ciblés sont exécutés, ce que le résultat dit.
---
--- ```lua
--- fdescribe("arrondir", function()
---   it("éloigne un demi de zéro", function()
---     expect(cpom.round(0.5)).equal(1)
---   end)
--- end)
--- ```
---@param what string
---@param cases fun()
function fdescribe(what, cases) end

--- Regroupe des cas qui ne sont pas exécutés, ce que le résultat dit.
---
--- ```lua
--- xdescribe("à reprendre", function()
---   it("n'est pas encore juste", function()
---     expect(cpom.round(0.5)).equal(0)
---   end)
--- end)
--- ```
---@param what string
---@param cases fun()
function xdescribe(what, cases) end

--- Un cas : il réussit quand rien ne l'arrête.
---
--- ```lua
--- it("écrit à la française", function()
---   expect(cpom.text(72.5)).equal("72,5")
--- end)
--- ```
---@param what string
---@param case fun()
function it(what, case) end

--- Un cas ; seuls lui et les autres ciblés sont exécutés, ce que le résultat dit.
---
--- ```lua
--- fit("écrit à la française", function()
---   expect(cpom.text(72.5)).equal("72,5")
--- end)
--- ```
---@param what string
---@param case fun()
function fit(what, case) end

--- Un cas qui n'est pas exécuté, ce que le résultat dit.
---
--- ```lua
--- xit("n'est pas encore juste", function()
---   expect(cpom.round(0.5)).equal(0)
--- end)
--- ```
---@param what string
---@param case fun()
function xit(what, case) end

--- S'exécute avant chaque cas de son groupe.
---
--- ```lua
--- local figures
--- before_each(function()
---   figures = { numerator = 412, denominator = 515 }
--- end)
--- it("vaut 80 %", function()
---   expect(rule("compute/share")(figures)).equal(80)
--- end)
--- ```
---@param prepare fun()
function before_each(prepare) end

--- Rend une règle comme fonction de ses entrées nommées ; layers est la plus haute couche qui s'applique.
---
--- ```lua
--- it("vaut 80 % au niveau national", function()
---   local share = rule("compute/share", "core")
---   expect(share({ numerator = 412, denominator = 515 }).value).equal(80)
--- end)
--- ```
---@param id string
---@param layers? cpom.layer
---@return fun(inputs: table<string, any>): cpom.answer
function rule(id, layers) end

--- Dit ce que doit être la réponse d'une règle, ou une valeur.
---
--- ```lua
--- it("arrondit au dixième", function()
---   expect(cpom.round(79.95, 1)).equal(80)
--- end)
--- ```
---@param found any
---@return cpom.expectation
function expect(found) end

--- Le résultat est exactement celui-ci, et le second celui-là.
---
--- ```lua
--- it("vaut 80 %", function()
---   local share = rule("compute/share")
---   expect(share({ numerator = 412, denominator = 515 })).equal(80)
--- end)
--- ```
---@param wanted any
---@param second? any
function expectation.equal(wanted, second) end

--- Le résultat ne s'écarte pas de plus que la tolérance.
---
--- ```lua
--- it("vaut un tiers", function()
---   local share = rule("compute/share")
---   expect(share({ numerator = 1, denominator = 3 })).near(33.3, 0.1)
--- end)
--- ```
---@param wanted number
---@param tolerance number
function expectation.near(wanted, tolerance) end

--- Il n'y a pas de résultat, et voici le motif.
---
--- ```lua
--- it("n'existe pas sans dénominateur", function()
---   local share = rule("compute/share")
---   local answer = share({ numerator = 1, denominator = 0 })
---   expect(answer).nothing("le dénominateur est 0")
--- end)
--- ```
---@param reason? string
function expectation.nothing(reason) end

--- La règle échoue, avec ce code.
---
--- ```lua
--- it("refuse un texte", function()
---   local share = rule("compute/share")
---   local answer = share({ numerator = "douze", denominator = 100 })
---   expect(answer).fails("rule.error")
--- end)
--- ```
---@param code? string
function expectation.fails(code) end
