import { testRecipe } from "./_exported.ts";

testRecipe("docusaurus");
