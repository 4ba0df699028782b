const types: Readonly<Record<string, string>> = {
  css: "text/css",
  html: "text/html; charset=utf-8",
  js: "text/javascript",
  mjs: "text/javascript",
  json: "application/json",
  md: "text/markdown; charset=utf-8",
  png: "image/png",
  svg: "image/svg+xml",
  wasm: "application/wasm",
  woff2: "font/woff2",
};

/**
 * Serves a folder of pages to this machine only; what is text is compressed, as servers do.
 *
 * @param folder the folder
 * @param options the address its pages are built for, and the port; any that is free if 0
 * @returns the server
 */
export function serve(
  folder: string,
  { base = "/", port = 0 }: { readonly base?: string; readonly port?: number } = {},
): Deno.HttpServer<Deno.NetAddr> {
  return Deno.serve({ port, hostname: "127.0.0.1", onListen: () => {} }, async ({ url }) => {
    const { pathname } = new URL(url);
    const missing = new Response("There is no such page", { status: 404 });
    const asked = decodeURIComponent(pathname);
    if (!asked.startsWith(base) || asked.split("/").includes("..")) return missing;
    const path = `${folder}/${asked.slice(base.length)}`.replace(/\/$/, "/index.html");
    try {
      const type = types[path.split(".").at(-1)!] ?? "application/octet-stream";
      const { body } = new Response(await Deno.readFile(path));
      const headers = { "content-type": type };
      if (!/text|javascript|json|svg/.test(type)) return new Response(body, { headers });
      return new Response(body!.pipeThrough(new CompressionStream("gzip")), {
        headers: { ...headers, "content-encoding": "gzip" },
      });
    } catch {
      return missing;
    }
  });
}
