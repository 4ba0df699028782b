/** The only place that names the package. */
export { diffArrays, structuredPatch } from "npm:diff@9.0.0";
