// The study's own questions at the second meeting, on a phone: a number, own words, and why they are asked.
import type { Page } from "@playwright/test";
import { accessibilityBreaches, expect, patientUrl, test } from "../watched.ts";
import { kept } from "./afterwards.ts";
import { given, imported } from "./given.ts";
import { Questionnaire } from "./questionnaire.ts";

test.use({ viewport: { width: 320, height: 640 }, hasTouch: true, acceptDownloads: true });

/** The items that both waves share, then the six statements. */
const before = given.length + 6;

const field = (page: Page) => page.getByRole("textbox");
const words = "I sing again\nevery week =)";

/** Loads the page again, which asks for its files again. */
async function reload(page: Page, watch: { hasStarted: boolean }): Promise<void> {
  watch.hasStarted = false;
  await page.reload();
  await field(page).waitFor();
  watch.hasStarted = true;
}

test("a number and own words come from a phone to the researcher's table", async ({ page, watch }) => {
  test.slow();
  await page.goto(`${patientUrl}#wave=followup`);
  await page.getByRole("button", { name: "Start now" }).waitFor();
  watch.hasStarted = true;
  const form = new Questionnaire(page, "touch");
  await form.begin();
  for (let number = 1; number <= given.length; number++) {
    await form.question(number);
    await form.select("I’d rather not say");
  }

  // Why it is asked is closed, and opens where it stands.
  await form.question(given.length + 1);
  const why = page.getByText("People who met a link worker told us what it did for them.");
  await expect(why).toBeHidden();
  await page.locator("main summary").tap();
  await expect(why).toBeVisible();
  expect(await accessibilityBreaches(page)).toEqual([]);
  for (let number = given.length + 1; number <= before; number++) await form.answer(number, (number % 5) + 1);

  // The number: said gently what it must be, and only after Continue.
  await form.question(before + 1);
  await form.fits();
  await expect(field(page)).toHaveAttribute("inputmode", "numeric");
  await expect(field(page)).toHaveAccessibleDescription(/Write a whole number from 0\sto\s200\. times$/);
  await field(page).fill("about ten");
  await expect(page.locator("#problem")).toHaveCount(0);
  await form.select("Continue");
  await expect(page.locator("#problem")).toBeFocused();
  await expect(page).toHaveTitle(/^Error: Question/);
  await expect(field(page)).toHaveValue("about ten");
  expect(await accessibilityBreaches(page)).toEqual([]);
  await page.locator("#problem a").tap();
  await expect(field(page)).toBeFocused();
  await reload(page, watch);
  await expect(page).toHaveTitle(new RegExp(`^Error: Question ${before + 1} of `));
  await expect(field(page)).toHaveValue("about ten");
  await field(page).fill("10");
  await form.select("Continue");

  // Own words: what is left is shown, a reload in the middle of a word loses nothing.
  await form.question(before + 2);
  await form.fits();
  await expect(page.locator(".after .hint")).toHaveText("Characters left: 500");
  await field(page).fill("I si");
  await expect(page.locator(".after .hint")).toHaveText("Characters left: 496");
  await expect(page.getByRole("status").last()).toHaveText("Characters left: 450");
  await page.waitForTimeout(300);
  await reload(page, watch);
  await form.question(before + 2);
  await expect(field(page)).toHaveValue("I si");
  await field(page).fill("x".repeat(503));
  await form.select("Continue");
  await expect(page.locator("#problem")).toContainText("Characters to take out: 3");
  expect(await accessibilityBreaches(page)).toEqual([]);
  await field(page).fill(words);
  await expect(page.locator("#problem")).toHaveCount(0);
  await page.goBack();
  await form.question(before + 1);
  await expect(field(page)).toHaveValue("10");
  await page.goForward();
  await form.question(before + 2);
  await expect(field(page)).toHaveValue(words);
  await form.select("Continue");

  await form.heading("Check your answers");
  await form.fits();
  await expect(page.locator(".answer").nth(before)).toContainText("10 times");
  await expect(page.locator(".own-words")).toHaveText(words);
  // Changed through its row, and straight back; the browser's Forward never passes what cannot be an answer.
  await form.select(`Change the answer to question ${before + 1}`);
  await field(page).fill("201");
  await form.select("Continue");
  await expect(page.locator("#problem")).toBeFocused();
  await field(page).fill("11");
  await form.select("Continue");
  await form.heading("Check your answers");
  await form.select("Finish and lock my answers");
  await form.heading("Your answers are locked");
  const { text } = await form.save();
  await form.select("Finish and clear this device");
  await form.heading("You have finished");
  expect(await kept(page), "nothing is left on the device").toBe(0);

  const row = imported(text, undefined, "no_baseline");
  expect([row.wave, row.link_worker_meetings, row.benefit_own_words]).toEqual(["followup", "11", `"${words}"`]);
  expect([row.benefit_room_to_think, row.benefit_trust]).toEqual(["5", "5"]);
  expect(row.gse_1).toBe("-98");
});

test("own words can be skipped, withheld and taken back like any answer", async ({ page, watch }) => {
  test.slow();
  await page.goto(`${patientUrl}#wave=followup`);
  await page.getByRole("button", { name: "Start now" }).waitFor();
  watch.hasStarted = true;
  const form = new Questionnaire(page, "touch");
  await form.begin();
  for (let number = 1; number <= before; number++) {
    await form.question(number);
    await form.select("I’d rather not say");
  }
  await form.question(before + 1);
  await form.select("Continue");
  await form.select("Answer now");
  await expect(field(page)).toBeFocused();
  await field(page).fill("12");
  await form.select("Clear my answer");
  await expect(field(page)).toHaveValue("");
  await form.select("Continue");
  await form.select("Skip this question");
  await form.question(before + 2);
  await field(page).fill("Something to keep to myself");
  await form.select("I’d rather not say");
  await form.heading("Check your answers");
  await expect(page.locator("main")).not.toContainText("Something to keep");
  await form.select("Finish and lock my answers");
  await form.heading("Your answers are locked");
  const row = imported((await form.save()).text, undefined, "no_baseline");
  expect([row.link_worker_meetings, row.benefit_own_words]).toEqual(["-99", "-98"]);
});
