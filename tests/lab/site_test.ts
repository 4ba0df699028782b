/**
 * The atlas, built once and walked through in a real browser: every page, light and dark, wide and narrow.
 *
 * @module
 */

import { assert, assertEquals, assertGreater, assertLess } from "@std/assert";
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
    const picture = () => page.locator(".chart-picture").innerHTML();
    const height = () => page.locator("figure.chart").boundingBox().then((box) => box!.height);
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
  await t.step("draws a typed formula, and says what is wrong with another", async () => {
    const { page, complaints } = await open();
    await page.goto(at(""));
    const own = page.locator("[name=own]");
    await own.fill("x * Phi(x)");
    await page.locator("[data-started=yes]").waitFor();
    await own.fill("x * Phi(x) + 0.001");
    const caption = await page.locator(".explore-caption").textContent();
    assert(caption?.startsWith("Your formula minus GELU: at most 0.001,"), `${caption}`);
    await own.fill("alert(1)");
    const message = await page.locator(".explore-message").textContent();
    assert(
      message?.startsWith("Cannot read the formula as alert is no function"),
      `${message}`,
    );
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
    assertEquals(complaints, []);
    await page.close();
  });
});
