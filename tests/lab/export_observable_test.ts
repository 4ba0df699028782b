import { testRecipe } from "./_exported.ts";

testRecipe("observable");
