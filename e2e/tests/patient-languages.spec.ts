// The page in other languages: chosen on the start screen, kept until the end, mirrored where text runs from right to left.
// Screens are found by what they are made of, not by their words: a speaker of the language may still change those.
import type { Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { accessibilityBreaches, expect, patientUrl, test } from "../watched.ts";
import { given, imported } from "./given.ts";
import { code } from "./questionnaire.ts";

const items = given.length;

/** The one obvious way on. */
const goOn = (page: Page) => page.locator("main .button-main").click();
const ratherNot = (page: Page) => page.locator(".actions-other .button").first().click();
const choose = (page: Page, response: number) => page.locator(`label:has(input[value="${response}"])`).click();

async function choosesLanguage(page: Page, name: string, tag: string, direction: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
  await speaks(page, tag, direction);
  await expect(page.locator("h1")).toBeFocused();
}

async function speaks(page: Page, tag: string, direction: string): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("lang", tag);
  await expect(page.locator("html")).toHaveAttribute("dir", direction);
}

/** Ticks the two boxes that nobody can do without, and goes on. */
async function agree(page: Page): Promise<void> {
  for (const at of [0, 1]) await page.getByRole("checkbox").nth(at).check();
  await goOn(page);
}

/** From the start screen to the first item. */
async function begin(page: Page): Promise<void> {
  await goOn(page);
  await agree(page);
  await page.getByRole("textbox").fill(code.typed);
  await goOn(page);
  await choose(page, 1);
  await goOn(page);
  await expect(page.locator(".caption")).toBeVisible();
}

/** Where an element begins and ends on the screen, from the left. */
async function edges(page: Page, selector: string): Promise<{ left: number; right: number }> {
  const box = (await page.locator(selector).first().boundingBox())!;
  return { left: box.x, right: box.x + box.width };
}

for (const width of [320, 820]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 800 }, acceptDownloads: true });

    test("in Arabic from the start screen to the researcher's table", async ({ page, watch }) => {
      test.slow();
      const clean = async (screen: string) => {
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(over, `${screen}: sideways scrolling`).toBeLessThanOrEqual(0);
        expect(await accessibilityBreaches(page), screen).toEqual([]);
      };
      await page.goto(patientUrl);
      await speaks(page, "en-GB", "ltr");
      await choosesLanguage(page, "العربية", "ar", "rtl");
      await expect(page).not.toHaveTitle(/Start/);
      await clean("start");
      watch.hasStarted = true;
      await goOn(page);
      await expect(page.getByRole("checkbox")).toHaveCount(3);
      await clean("consent");
      await agree(page);
      await expect(page.getByRole("textbox")).toHaveCSS("direction", "ltr");
      const [back, heading] = [await edges(page, ".back-link"), await edges(page, "h1")];
      expect(Math.abs(back.right - heading.right), "the back link is at the right edge").toBeLessThan(2);
      expect(back.left).toBeGreaterThan(width / 2);
      await clean("code");
      await page.getByRole("textbox").fill(code.typed);
      await goOn(page);
      await clean("who");
      await choose(page, 1);
      await goOn(page);

      // The item is English and says so; its scale runs as its own wording does.
      await expect(page.locator("fieldset")).toHaveAttribute("lang", "en");
      await expect(page.locator("fieldset")).toHaveAttribute("dir", "ltr");
      await expect(page.locator(".question > .small").first()).toHaveText(/[\u0600-\u06ff]/);
      const [first, last] = [await edges(page, ".cell:first-child input"), await edges(page, ".cell:last-child input")];
      if (width > 640) expect(first.left).toBeLessThan(last.left);
      await clean("item");
      await choose(page, 7);
      await goOn(page);
      await expect(page.locator(".caption")).toContainText("2");
      const caption = await page.locator(".caption").textContent();

      watch.hasStarted = false;
      await page.reload();
      await expect(page.locator(".caption")).toHaveText(caption!);
      await speaks(page, "ar", "rtl");
      watch.hasStarted = true;
      for (let number = 2; number <= items; number++) {
        await expect(page.locator(".caption")).toContainText(String(number));
        await ratherNot(page);
      }
      await expect(page.locator(".answer")).toHaveCount(items);
      await clean("check");
      await goOn(page);
      await expect(page.locator(".receipt-code")).toBeVisible();
      await expect(page.locator(".receipt-code [aria-hidden]")).toHaveAttribute("dir", "ltr");
      await clean("hand over");
      const coming = page.waitForEvent("download");
      await goOn(page);
      const sealed = readFileSync(await (await coming).path(), "utf8");
      await clean("handed over");

      const row = imported(sealed);
      expect([row.participant, row.language, row.life_satisfaction]).toEqual([code.meant, "ar", "7"]);
    });
  });
}

test("a new visit comes back in the language of the draft", async ({ page, context }) => {
  await page.goto(patientUrl);
  await choosesLanguage(page, "اردو", "ur", "rtl");
  await begin(page);
  await choose(page, 3);
  await goOn(page);
  await expect(page.locator(".caption")).toContainText("2");
  await page.close();

  const second = await context.newPage();
  await second.goto(patientUrl);
  await speaks(second, "ur", "rtl");
  await goOn(second);
  await expect(second.locator(".caption")).toContainText("2");
  // Back on the start screen no language is offered any more: something is answered.
  for (let step = 0; step < 5; step++) await second.locator(".back-link").click();
  await expect(second.locator("main .button-main")).toBeVisible();
  await expect(second.getByRole("button", { name: "English" })).toHaveCount(0);
});

test("a reload of the start screen keeps the language that was chosen, also English", async ({ page }) => {
  await page.goto(`${patientUrl}#lang=cy`);
  await choosesLanguage(page, "Polski", "pl", "ltr");
  await page.reload();
  await expect(page.locator("main .button-main")).toBeVisible();
  await speaks(page, "pl", "ltr");
  await choosesLanguage(page, "English", "en-GB", "ltr");
  await page.reload();
  await expect(page.locator("main .button-main")).toBeVisible();
  await speaks(page, "en-GB", "ltr");
});

test("a draft whose language cannot be loaded is carried on in English words, and nothing of it is lost", async ({ browser }) => {
  // A service worker would have copied the file before.
  const context = await browser.newContext({ serviceWorkers: "block" });
  const first = await context.newPage();
  await first.goto(patientUrl);
  await choosesLanguage(first, "اردو", "ur", "rtl");
  await begin(first);
  await choose(first, 3);
  await goOn(first);
  await expect(first.locator(".caption")).toContainText("2");
  // Keeping takes its time: the last tap before a tab is killed may be lost.
  await first.waitForTimeout(500);
  await first.close();

  await context.route("**/text/ur.txt", (route) => route.abort());
  const second = await context.newPage();
  await second.goto(patientUrl);
  await speaks(second, "en-GB", "ltr");
  await second.getByRole("button", { name: "Carry on" }).click();
  await expect(second.locator(".caption")).toContainText("2");
  await choose(second, 8);
  await goOn(second);
  await expect(second.locator(".caption")).toContainText("3");
  await second.waitForTimeout(500);
  await second.close();

  await context.unroute("**/text/ur.txt");
  const third = await context.newPage();
  await third.goto(patientUrl);
  await speaks(third, "ur", "rtl");
  await goOn(third);
  await expect(third.locator(".caption")).toContainText("3");
  await third.locator(".back-link").click();
  await expect(third.locator('input[value="8"]')).toBeChecked();
  await third.locator(".back-link").click();
  await expect(third.locator('input[value="3"]')).toBeChecked();
  await context.close();
});

test("a language that cannot be loaded is said calmly, and can be tried again", async ({ browser }) => {
  // A service worker would have copied the file before.
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  await page.route("**/text/pl.txt", (route) => route.fulfill({ status: 404, body: "" }));
  await page.goto(patientUrl);
  await page.getByRole("button", { name: "Polski" }).click();
  await expect(page.getByRole("status")).toContainText("That language cannot be shown just now");
  await speaks(page, "en-GB", "ltr");
  await page.unroute("**/text/pl.txt");
  await choosesLanguage(page, "Polski", "pl", "ltr");
  await expect(page.getByRole("status")).toHaveCount(0);
  await choosesLanguage(page, "English", "en-GB", "ltr");
  await context.close();
});

test("a link names the language, also where the questions cannot be shown", async ({ page }) => {
  await page.goto(`${patientUrl}#lang=cy`);
  await expect(page.locator("main .button-main")).toBeVisible();
  await speaks(page, "cy", "ltr");
  await page.goto("about:blank");
  await page.goto(`${patientUrl}#lang=ur&wave=never`);
  await speaks(page, "ur", "rtl");
  await expect(page.locator("h1")).toHaveText(/[\u0600-\u06ff]/);
  await page.goto("about:blank");
  await page.goto(`${patientUrl}#lang=xx`);
  await expect(page.getByRole("button", { name: "Start now" })).toBeVisible();
  await speaks(page, "en-GB", "ltr");
});
