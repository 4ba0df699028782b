import { defineRouteMiddleware } from "@astrojs/starlight/route-data";

/** Says that a page is in Chinese: as a second language of Starlight it would double every page. */
export const onRequest = defineRouteMiddleware(({ locals: { starlightRoute } }) => {
  if (!starlightRoute.id.startsWith("zh/")) return;
  starlightRoute.lang = "zh-CN";
  starlightRoute.entryMeta.lang = "zh-CN";
});
