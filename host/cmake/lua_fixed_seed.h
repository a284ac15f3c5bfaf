/* Included before every source of Lua, which lets both be defined from outside (lstate.c,
   ltablib.c): traversal of tables and sorting are then the same in every run. A fixed hash
   seed makes colliding keys easy to prepare; the limits on a rule's work answer for that. */
#define luai_makeseed(L) 0x63706f6du
#define l_randomizePivot() 0x9e3779b9u
