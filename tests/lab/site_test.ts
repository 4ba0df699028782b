/**
 * The atlas, built once and walked through in a real browser: every page, light and dark, wide and narrow.
 *
 * @module
 */

import { assert, assertEquals, assertGreater, assertLess, assertStringIncludes } from "@std/assert";
import { getDocument } from "pdfjs-dist";
import { activations } from "../../src/activations/mod.ts";
import { atlas, chosen } from "./_atlas.ts";
import { findLinks } from "./_atlas_links.ts";
import { visitAll } from "./_atlas_visit.ts";
import { startBrowser } from "./_browser.ts";

/** Long enough for a machine that is busy. */
const timeout = 120_000;

Deno.test("the atlas", async (t) => {
  await using site = await atlas();
  const { folder, pages, at } = site;
  assertGreater(pages.length, 90);
  await t.step("has no dead link and no dead anchor", async () => {
    const { links, dead } = await findLinks(folder, pages);
    assertGreater(links, 10_000);
    assertEquals(dead, []);
  });
  await using browser = await startBrowser();
  const open = async () => {
    const opened = await browser.newPage();
    opened.page.setDefaultTimeout(timeout);
    return opened;
  };
  await t.step("shows every page without complaint, light and dark, wide and narrow", async () => {
    const { wrong, heaviest } = await visitAll(browser, site, chosen(pages));
    console.log(`the heaviest function: ${Math.round(heaviest / 1000)} kB`);
    assertEquals(wrong, []);
  });
  await t.step("brings a picture to life when it is touched", async () => {
    const { page, complaints } = await open();
    await page.goto(at("functions/swish/"));
    const picture = () => page.locator("[data-live] .chart-picture").innerHTML();
    const height = () => page.locator("[data-live]").boundingBox().then((box) => box!.height);
    const [still, before] = [await picture(), await height()];
    await page.locator(".slider input").focus();
    await page.locator("[data-started=yes]").waitFor();
    await page.keyboard.press("End");
    assert(await picture() !== still);
    assertEquals(await page.locator(".slider output").textContent(), "5");
    assertEquals(await height(), before);
    assertEquals(complaints, []);
    await page.close();
  });
  await t.step("brings a picture to life in less than a second", async () => {
    const { page, complaints } = await open();
    const times: number[] = [];
    // A machine that is busy with other things is slow at times: the best of some tries counts.
    for (let attempt = 0; attempt < 10 && !(Math.min(...times) < 1000); attempt++) {
      await page.goto(at("functions/gelu-tanh/"));
      times.push(
        await page.evaluate<number>(`new Promise((done) => {
        const figure = document.querySelector("[data-live]");
        const start = performance.now();
        new MutationObserver(() => {
          if (figure.dataset.started === "yes") done(performance.now() - start);
        }).observe(figure, { attributes: true });
        figure.dispatchEvent(new Event("pointerenter"));
      })`),
      );
    }
    console.log(`live after ${Math.round(Math.min(...times))} ms`);
    assertLess(Math.min(...times), 1000);
    assertEquals(complaints, []);
    await page.close();
  });
  await t.step(
    "draws whichever functions are chosen, their slopes, and how they differ",
    async () => {
      const { page, complaints } = await open();
      await page.goto(at(""));
      const box = page.locator(".explore");
      const picture = (k: number) => box.locator(".chart-picture").nth(k).innerHTML();
      await box.locator("[name=one]").focus();
      await page.locator("[data-started=yes]").waitFor();
      const options = await box.locator("[name=one] option").evaluateAll((all) =>
        all.map((option) => (option as unknown as { value: string }).value)
      );
      assertGreater(options.length, 38);
      const seen = new Set<string>();
      for (const id of options) {
        await box.locator("[name=one]").selectOption(id);
        const caption = await box.locator(".explore-caption").textContent();
        assert(
          /^Your formula minus .*: at most [\d.e+−]+, at x = /.test(caption!),
          `${id}: ${caption}`,
        );
        seen.add(await picture(0));
      }
      assertEquals(seen.size, options.length);
      await box.locator("[name=one]").selectOption("gelu");
      for (const order of [1, 2, 0]) {
        const before = [await picture(0), await picture(1)];
        await box.locator(`[name=order][value="${order}"]`).check();
        assert(before[0] !== await picture(0) && before[1] !== await picture(1), `order ${order}`);
      }
      await box.locator("[name=k]").fill("1");
      const error = await box.locator(".explore-caption").textContent();
      await box.locator("[name=k]").fill("1.7");
      const smaller = await box.locator(".explore-caption").textContent();
      const size = (text: string | null) => Number(/at most ([\d.]+)/.exec(text!)![1]);
      assertGreater(size(error), 5 * size(smaller));
      assertEquals(complaints, []);
      await page.close();
    },
  );
  await t.step("draws a typed formula, and says what is wrong with another", async () => {
    const { page, complaints, elsewhere } = await open();
    await page.goto(at(""));
    const own = page.locator("[name=own]");
    const caption = () => page.locator(".explore-caption").textContent();
    await own.fill("x * Phi(x)");
    await page.locator("[data-started=yes]").waitFor();
    await own.fill("x * Φ(x) + 0.001");
    assertStringIncludes(`${await caption()}`, "Your formula minus GELU: at most 0.001, at x = ");
    const refused = [
      ["", "as nothing is typed"],
      ["x +", "Expected expression after +"],
      ["alert(1)", "as alert is no function: known are exp,"],
      ["fetch('https://example.org')", "has no meaning here"],
      ["while (true) {}", 'Unexpected "{"'],
      ["x.constructor", "a dot or a bracket has no meaning here"],
      ["__proto__", "__proto__ is unknown"],
      ["<img src=x onerror=alert(1)>", "Cannot read the formula"],
      ["x^".repeat(10_000) + "x", "at most 500 characters: current number is 20001"],
    ];
    for (const [text, words] of refused) {
      await own.fill(text);
      const message = `${await page.locator(".explore-message").textContent()}`;
      assert(message.startsWith("Cannot read the formula") && message.includes(words), message);
      assertEquals(await own.getAttribute("aria-invalid"), "true");
      assertEquals(await caption(), "Your formula minus the function");
    }
    await own.fill("x + 1e300 * 1e300");
    assertStringIncludes(`${await caption()}`, "finite nowhere");
    await own.fill("exp(exp(exp(exp(x))))");
    assertStringIncludes(`${await caption()}`, ", where it is finite");
    await own.fill("x / (1 + exp(-k * x))");
    assertEquals(await page.locator(".explore-message").textContent(), "");
    assertEquals(await own.getAttribute("aria-invalid"), null);
    assertEquals([...complaints, ...elsewhere], []);
    await page.close();
  });
  await t.step("prints the formula sheet on two pages, in dark too", async () => {
    const { page, complaints } = await open();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(at("formula-sheet/"));
      for (const format of ["A4", "Letter"]) {
        const data = new Uint8Array(await page.pdf({ format }));
        const pdf = await getDocument({ data, verbosity: 0 }).promise;
        assertEquals(pdf.numPages, 2, `${format} ${colorScheme}`);
        const texts = await Promise.all([1, 2].map(async (number) => {
          const { items } = await (await pdf.getPage(number)).getTextContent();
          return items.map((item: object) => "str" in item ? `${item.str}` : "").join("\n");
        }));
        for (const { title } of Object.values(activations)) {
          assert(texts.some((text) => text.includes(title)), `${title} is on the sheet`);
        }
        await pdf.destroy();
      }
    }
    assertEquals(complaints, []);
    await page.close();
  });
  await t.step("finds a page by its words, by keyboard alone", async () => {
    const { page, complaints } = await open();
    await page.goto(at(""));
    await page.keyboard.press("/");
    await page.keyboard.type("sparsemax");
    await page.locator("site-search li a").first().waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(/sparsemax|names|bugs/);
    await page.goto(at(""));
    await page.keyboard.press("/");
    await page.keyboard.type("gelu");
    await page.locator("site-search li:first-child strong", { hasText: /^GELU$/ }).waitFor();
    const excerpt = await page.locator("site-search li:first-child span").textContent();
    assertStringIncludes(`${excerpt}`, "the Gaussian error linear unit");
    assert(!excerpt!.includes("\\"), `${excerpt}`); // no LaTeX in it
    await page.keyboard.press("Enter");
    await page.waitForURL(/functions\/gelu\/$/);
    assertEquals(complaints, []);
    await page.close();
  });
});
