import { testRecipe } from "./_exported.ts";

testRecipe("starlight");
