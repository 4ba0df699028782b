import { assert } from "@std/assert";
import { guides } from "./_guides.ts";

for (const path of await guides()) {
  const text = await Deno.readTextFile(path);
  const blocks = [...text.matchAll(/```ts\n([^]*?)```/g)].map(([, code]) => code);
  for (const [i, code] of blocks.entries()) {
    Deno.test(`the code of ${path} runs: block ${i + 1}`, async () => {
      const { success, stderr } = await new Deno.Command(Deno.execPath(), {
        args: ["eval", "--ext=ts", "--check", code],
        env: { NO_COLOR: "1" },
      }).output();
      assert(success, new TextDecoder().decode(stderr));
    });
  }
}
