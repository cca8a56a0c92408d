// What a person may ask of the display: zoom, larger text, wider spacing, either orientation, fewer colours, more
// contrast, less movement. And what a scale promises to the eye: equal cells, nothing chosen, nothing that moves on by
// itself.
import type { Page } from "@playwright/test";
import { expect, patientUrl, test } from "../watched.ts";
import { languages } from "./languages.ts";
import { wrongWhenEnlarged } from "./looks.ts";
import { Questionnaire, focusComesWithin } from "./questionnaire.ts";
import { walkThrough } from "./screens.ts";

for (const language of languages) {
  test(`every screen takes zoom, larger text, wider spacing and either orientation: ${language.tag}`, async ({ page }) => {
    test.setTimeout(180_000);
    const found: string[] = [];
    await walkThrough(page, language, async (screen) => {
      if (!screen.again) found.push(...(await wrongWhenEnlarged(page, screen.name)));
    });
    expect(found).toEqual([]);
  });
}

/** Width and height of every cell's face, rounded to a quarter of a pixel. */
function faces(page: Page): Promise<string[]> {
  return page.locator(".cell-face").evaluateAll((all) =>
    all.map((face) => {
      const { width, height } = face.getBoundingClientRect();
      return `${Math.round(width * 4) / 4} x ${Math.round(height * 4) / 4}`;
    }),
  );
}

for (const width of [320, 1280]) {
  test(`all cells of a number scale are equal, and choosing moves nothing, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(patientUrl);
    const form = new Questionnaire(page, "keyboard");
    await form.begin();
    const before = await faces(page);
    expect(before).toHaveLength(11);
    expect(new Set(before).size, before.join(", ")).toBe(1);
    const height = Number(before[0].split(" x ")[1]);
    if (width === 320) expect(height).toBe(48);
    else expect(height).toBeGreaterThanOrEqual(48);

    expect(await form.chosen(), "nothing is chosen beforehand").toBeNull();
    const title = await page.title();
    for (const at of [0, 5, 10]) {
      await form.choose(at);
      expect(await faces(page), "choosing moves nothing").toEqual(before);
      await expect(page, "choosing does not go on").toHaveTitle(title);
    }
    await expect(page.locator('input[value="10"]'), "the focus stays where it was").toBeFocused();
  });
}

test("a chosen cell differs by more than its colour, also in forced colours", async ({ page }) => {
  await page.goto(patientUrl);
  const form = new Questionnaire(page, "keyboard");
  await form.begin();
  await form.choose(4);
  // The focus has a ring of its own.
  await page.locator("h1").focus();
  for (const forcedColors of ["none", "active"] as const) {
    await page.emulateMedia({ forcedColors });
    const [chosen, other] = await page.locator(".cell-face").evaluateAll((all) =>
      [all[4], all[6]].map((face) => {
        const { boxShadow, outlineStyle, outlineWidth } = getComputedStyle(face);
        // The second edge, drawn within the first, has no colour here: `rgb(…) 0px 0px 0px 2px inset`.
        const inner = boxShadow.replace(/^rgba?\([^)]*\) /, "");
        return { inner, outer: outlineStyle === "none" ? "none" : outlineWidth };
      }),
    );
    expect(other, `forced colours ${forcedColors}`).toEqual({ inner: "none", outer: "none" });
    const thick = forcedColors === "none" ? { inner: "0px 0px 0px 2px inset", outer: "none" } : { inner: "none", outer: "2px" };
    expect(chosen, `forced colours ${forcedColors}`).toEqual(thick);
    await expect(page.locator("input:checked"), "the browser's own mark").toHaveCount(1);
  }
});

test("more contrast makes edges and quiet words as strong as the ink", async ({ page }) => {
  await page.goto(patientUrl);
  await new Questionnaire(page, "keyboard").begin();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, contrast: "more" });
    const colours = await page.evaluate(() => {
      const of = (selector: string) => getComputedStyle(document.querySelector(selector)!);
      return { ink: of("body").color, quiet: of(".caption").color, edge: of(".cell-face").borderTopColor };
    });
    expect([colours.quiet, colours.edge], colorScheme).toEqual([colours.ink, colours.ink]);
  }
});

test("nothing moves where a person asks for less movement", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const moving: string[] = [];
  await walkThrough(page, languages[0], async (screen) => {
    const found = await page.evaluate(() => {
      const running = document.getAnimations().map((animation) => animation.constructor.name);
      const smooth = getComputedStyle(document.documentElement).scrollBehavior === "smooth";
      return smooth ? [...running, "smooth scrolling"] : running;
    });
    moving.push(...found.map((what) => `${screen.name}: ${what}`));
  });
  expect(moving).toEqual([]);
});

test("every step has a title of its own, and the focus on its heading or its list of problems", async ({ page }) => {
  const titles = new Map<string, string>();
  const wrong: string[] = [];
  const arrivals = /^(start|returned)$/;
  await walkThrough(page, languages[0], async ({ name }) => {
    await page.waitForTimeout(focusComesWithin);
    const { title, focused, h1 } = await page.evaluate(() => ({
      title: document.title,
      focused: document.activeElement?.id,
      h1: document.querySelector("h1")?.textContent ?? "",
    }));
    const same = titles.get(title);
    if (same !== undefined && same !== h1) wrong.push(`${name}: "${title}" is also the title of "${same}"`);
    titles.set(title, h1);
    const failed = await page.locator("#problem").count();
    if (failed > 0 && focused !== "problem") wrong.push(`${name}: the focus is on "${focused}", not on the problem`);
    if (failed > 0 !== title.startsWith("Error: ") && name !== "not locked") wrong.push(`${name}: "${title}"`);
    const stays = /chosen|given|handed over|not cleared|help/.test(name) || arrivals.test(name) || failed > 0;
    if (!stays && focused !== "heading") wrong.push(`${name}: the focus is on "${focused}", not on the heading`);
  });
  expect(wrong).toEqual([]);
});
