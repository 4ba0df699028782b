import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { alive, code, names, withNotebooks } from "../notebook/_notebooks.ts";
import { actbook, actbookArgs, spawn, table } from "./_actbook.ts";

const failing = ["1", "throw new Error('no')", "3"];

Deno.test("what reads the help may stop reading", async () => {
  for (const args of [["--help"], ["run", "--help"]]) {
    const command = [Deno.execPath(), ...actbookArgs, ...args].join(" ");
    const { stdout, stderr } = await new Deno.Command("bash", {
      args: ["-c", `for i in 1 2 3; do ${command} | head -1; done`],
      env: { NO_COLOR: "1" },
    }).output();
    assertEquals(new TextDecoder().decode(stderr), "");
    assertMatch(new TextDecoder().decode(stdout), /^(Usage: actbook.*\n){3}$/);
  }
});

Deno.test("an output that is no notebook and no folder is refused", async () => {
  await withNotebooks({ a: ["1"] }, async (folder) => {
    const { exit, err } = await actbook(["run", `${folder}/a.ipynb`, "--output", `${folder}/x.md`]);
    assertEquals([exit, names(folder)], [1, ["a.ipynb"]]);
    assertStringIncludes(err, "x.md: output must end in .ipynb or be a folder");
  });
});

Deno.test("a notebook for another kernel is refused, the others run", async () => {
  await withNotebooks({ a: ["1"], b: ["print(1)"] }, async (folder) => {
    const path = `${folder}/b.ipynb`;
    const text = (await Deno.readTextFile(path)).replace('"name": "deno"', '"name": "python3"')
      .replace('"language": "typescript"', '"language": "python"')
      .replace('"display_name": "Deno"', '"display_name": "Python 3"');
    await Deno.writeTextFile(path, text);
    const { exit, out, err } = await actbook(["run", folder]);
    assertEquals([exit, table(out)[2]], [1, `${path} - - 0.0 failed`]);
    assertStringIncludes(err, "its kernel is python3 (python)");
    assertEquals(await Deno.readTextFile(path), text);
    assertEquals((await actbook(["run", folder, "--exclude", "**/b*"])).exit, 0);
  });
});

Deno.test("--allow-errors runs all cells and tells every failure", async () => {
  const cells = [...failing, "throw new Error('nor this')", "5"];
  await withNotebooks({ a: cells }, async (folder) => {
    const { exit, out, err } = await actbook(["run", folder, "--allow-errors"]);
    assertEquals([exit, table(out)[1]], [1, `${folder}/a.ipynb 5 5 0.0 2 failures`]);
    assertStringIncludes(err, "cell 2: Error: no");
    assertStringIncludes(err, "cell 4: Error: nor this");
  });
});

Deno.test("--on-error clear leaves nothing of cells that were not reached", async () => {
  const stale = code("3", [{ output_type: "stream", name: "stdout", text: ["stale\n"] }]);
  await withNotebooks({ a: [failing[1], stale] }, async (folder) => {
    const holds = async () => (await Deno.readTextFile(`${folder}/a.ipynb`)).includes("stale");
    await actbook(["run", folder]);
    assertEquals(await holds(), true);
    await actbook(["run", folder, "--on-error", "clear"]);
    assertEquals(await holds(), false);
  });
});

Deno.test("--notebook-timeout stops a notebook", async () => {
  const endless = "await new Promise(() => {})";
  await withNotebooks({ a: ["1", endless] }, async (folder) => {
    const { exit, err } = await actbook(["run", folder, "--notebook-timeout", "3"]);
    assertEquals(exit, 1);
    assertStringIncludes(err, "cell 2: The notebook ran longer than 3 s and was stopped");
  });
});

Deno.test("a cell tagged skip-execution is neither run nor checked, and keeps what it shows", async () => {
  const output = [{ output_type: "stream", name: "stdout", text: ["old\n"] }];
  const cells = ["1", code("undeclared.x = ;", output, ["skip-execution"]), "2"];
  await withNotebooks({ a: cells }, async (folder) => {
    assertEquals((await actbook(["run", folder])).exit, 0);
    assertStringIncludes(await Deno.readTextFile(`${folder}/a.ipynb`), '"old\\n"');
    assertEquals((await actbook(["check", folder])).exit, 0);
    assertEquals((await actbook(["verify", folder])).exit, 0);
  });
});

Deno.test("-p and --params set parameters, into another file", async () => {
  const cells = [code("const a = 1, b = 'x';", [], ["parameters"]), "console.log(a, b)"];
  await withNotebooks({ n: cells }, async (folder) => {
    const path = `${folder}/n.ipynb`, output = `${folder}/out.ipynb`;
    await Deno.writeTextFile(`${folder}/values.yaml`, "a: 5\nb: from the file\n");
    const params = ["--params", `${folder}/values.yaml`, "-p", "a=7"];
    assertEquals((await actbook(["run", path, ...params, "--output", output])).exit, 0);
    assertStringIncludes(await Deno.readTextFile(output), '"7 from the file\\n"');
    for (
      const [args, message] of [
        [["-p", "a=7"], "say with --output"],
        [["-p", "a", "--output", output], "must be name=value"],
        [["-p", "c=1", "--output", output], "its parameters are a, b"],
        [["-p", "a=x", "--output", output], "a: it must be a number"],
      ] as const
    ) {
      const { exit, err } = await actbook(["run", path, ...args]);
      assertEquals(exit, 1);
      assertStringIncludes(err, message);
    }
  });
});

Deno.test("--show tells outputs while cells run", async () => {
  await withNotebooks({ a: ["console.log('one\\ntwo'); 3"] }, async (folder) => {
    const { err } = await actbook(["run", folder, "--show"]);
    assertStringIncludes(err, "[1] one\n[1] two\n[1] 3\n");
  });
});

Deno.test("--quiet tells only what is wrong", async () => {
  await withNotebooks({ a: ["1"] }, async (folder) => {
    const { exit, out, err } = await actbook(["run", folder, "--quiet"]);
    assertEquals([exit, out, err], [0, "", ""]);
  });
  await withNotebooks({ a: failing }, async (folder) => {
    const { exit, out, err } = await actbook(["run", folder, "--quiet"]);
    assertEquals([exit, out], [1, ""]);
    assertStringIncludes(err, "cell 2: Error: no");
    assert(!err.includes("started"));
  });
});

Deno.test("--answer, --linger, --max-output and --color reach the cells", async () => {
  const cells = [
    'prompt("?")',
    "console.log('x'.repeat(3_000_000)); ({ a: 1 })",
    'setTimeout(() => console.log("late"), 50); 3',
  ];
  await withNotebooks({ a: cells }, async (folder) => {
    const options = ["--answer", "Ada", "--linger", "2", "--max-output", "1", "--color", "keep"];
    assertEquals((await actbook(["run", folder, ...options])).exit, 0);
    const text = await Deno.readTextFile(`${folder}/a.ipynb`);
    for (const word of ["Ada", "late", "cut after 1000000", "\\u001b[33m1"]) {
      assertStringIncludes(text, word);
    }
  });
});

Deno.test("a notebook stored by another version of Deno is noted", async () => {
  await withNotebooks({ a: ["1"] }, async (folder) => {
    const path = `${folder}/a.ipynb`;
    const info = '"metadata": { "language_info": { "name": "typescript", "version": "5.1.0" },';
    const text = (await Deno.readTextFile(path)).replace('"metadata": {\n  "k', `${info} "k`);
    await Deno.writeTextFile(path, text);
    const { exit, err } = await actbook(["run", path]);
    assertEquals(exit, 0);
    assertStringIncludes(err, "note: stored by a Deno with TypeScript 5.1.0; this is Deno ");
  });
});

Deno.test("an edit during the run is told, with exit code 1", async () => {
  const source = `Deno.writeTextFileSync("a.ipynb", Deno.readTextFileSync("a.ipynb") + " ")`;
  await withNotebooks({ a: [source] }, async (folder) => {
    const { exit, err } = await actbook(["run", folder]);
    assertEquals([exit, names(folder)], [1, ["a.actbook.ipynb", "a.ipynb"]]);
    assertStringIncludes(err, "it was changed during the run and is left alone");
  });
});

for (const kernel of ["deno", "actbook"]) {
  Deno.test(`${kernel}: a runner that is killed takes its kernel with it`, async () => {
    const cell = 'Deno.writeTextFileSync("pid", `${Deno.pid}\\n`); for (;;);';
    await withNotebooks({ a: [cell] }, async (folder) => {
      const child = spawn(["run", folder, "--kernel", kernel]);
      let pid = "";
      while (!pid.endsWith("\n")) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        pid = await Deno.readTextFile(`${folder}/pid`).catch(() => "");
      }
      child.kill("SIGKILL");
      await child.output();
      while (alive(Number(pid))) await new Promise((resolve) => setTimeout(resolve, 20));
    });
  });
}
