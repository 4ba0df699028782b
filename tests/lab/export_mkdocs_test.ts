import { testRecipe } from "./_exported.ts";

// What typesets formulas comes from a server; here the test gives it.
testRecipe("mkdocs", /\/npm\/mathjax@/);
