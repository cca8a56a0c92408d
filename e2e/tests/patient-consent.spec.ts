// Consent: the whole sheet, no box ticked beforehand, a copy to keep, and a no that leaves nothing behind.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { accessibilityBreaches, expect, patientUrl, test } from "../watched.ts";
import { kept } from "./afterwards.ts";
import { imported } from "./given.ts";
import { Questionnaire, code, type Hand } from "./questionnaire.ts";

const study = JSON.parse(readFileSync(join(import.meta.dirname, "../../studies/demo/study.json"), "utf8"));
const sheet = study.consent.en as {
  version: string;
  sheet: { heading: string; paragraphs: string[] }[];
  statements: { id: string; text: string; required: boolean }[];
};

for (const [hand, width] of [["keyboard", 1280], ["touch", 320]] as [Hand, number][]) {
  test.describe(`with ${hand} at ${width} px`, () => {
    test.use({ viewport: { width, height: 800 }, hasTouch: hand === "touch", acceptDownloads: true });

    test("the sheet is read, the boxes are ticked, and the record says so", async ({ page }) => {
      test.slow();
      await page.goto(patientUrl);
      const form = new Questionnaire(page, hand);
      await form.select("Start now");
      await form.heading("What taking part means");
      await form.fits();
      for (const text of sheet.sheet.flatMap((section) => [section.heading, ...section.paragraphs])) {
        await expect(page.getByText(text, { exact: true })).toBeVisible();
      }
      await expect(page.getByRole("checkbox")).toHaveCount(sheet.statements.length);
      await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);

      await form.select("I agree and want to go on");
      await expect(page.locator("#problem")).toBeFocused();
      await expect(page).toHaveTitle(/^Error: /);
      await expect(page.locator("#problems a")).toHaveCount(2);
      await form.select(`To take part, tick this box: ${sheet.statements[1].text}`);
      await expect(page.locator(`#consent-${sheet.statements[1].id}`)).toBeFocused();
      for (const statement of sheet.statements) await form.tick(statement.text);
      await expect(page.locator("#problem")).toHaveCount(0);

      // The boxes are there after a reload, and going on can be taken back.
      await form.select("I agree and want to go on");
      await expect(page.getByRole("textbox")).toBeVisible();
      await page.goBack();
      await page.reload();
      await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(sheet.statements.length);
      await form.select("I agree and want to go on");
      await form.typeCode(code.typed);
      await form.select("Continue");
      await form.choose(1);
      await form.select("Continue");
      for (let number = 1; number <= 18; number++) {
        await form.question(number);
        await form.select("I’d rather not say");
      }
      await form.select("Finish and lock my answers");
      const row = imported((await form.save()).text);
      expect([row.consent_version, row.attention]).toEqual([sheet.version, ""]);
      for (const { id } of sheet.statements) expect(row[`consent_${id}`], id).toBe("1");
    });

    test("saying no ends calmly and leaves nothing on the device", async ({ page }) => {
      await page.goto(patientUrl);
      const form = new Questionnaire(page, hand);
      await form.begin();
      await expect.poll(() => kept(page)).toBe(1);
      for (let step = 0; step < 3; step++) await page.goBack();
      await expect(page.locator("h1")).toHaveText("What taking part means");
      await form.select("I do not want to take part");
      await form.heading("You are not taking part");
      expect(await accessibilityBreaches(page)).toEqual([]);
      await expect(page.locator("input, textarea, select")).toHaveCount(0);
      expect(await kept(page)).toBe(0);
      await page.goBack();
      await expect(page.locator("h1")).toHaveText("You are not taking part");
      await page.reload();
      await expect(page.getByRole("button", { name: "Start now" })).toBeVisible();
      await form.agree();
      await expect(page.getByRole("textbox")).toHaveValue("");
    });
  });
}

test("a copy of the sheet can be kept: a file, or paper", async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { printed: 0 });
    window.print = () => void (window as unknown as { printed: number }).printed++;
  });
  await page.goto(patientUrl);
  const form = new Questionnaire(page, "keyboard");
  await form.select("Start now");
  await form.tick(sheet.statements[0].text);
  const coming = page.waitForEvent("download");
  await form.select("Save this sheet");
  const file = await coming;
  expect(file.suggestedFilename()).toBe(`information-sheet-${sheet.version}.txt`);
  const text = readFileSync(await file.path(), "utf8");
  for (const line of sheet.sheet.flatMap((section) => [section.heading, ...section.paragraphs])) {
    expect(text).toContain(`\n${line}\n`);
  }
  expect(text).toMatch(/version 1\. Its check code is [0-9a-f]{64}\./);
  expect(text).toContain(`[x] ${sheet.statements[0].text}`);
  expect(text).toContain(`[ ] ${sheet.statements[1].text}`);

  await form.select("Print this sheet");
  expect(await page.evaluate(() => (window as unknown as { printed: number }).printed)).toBe(1);
  await page.emulateMedia({ media: "print" });
  for (const { text } of sheet.statements) await expect(page.getByText(text, { exact: true })).toBeVisible();
  await expect(page.getByRole("button")).toHaveCount(0);
});

test("one's own answers on paper: questions, answers and the day, and no code", async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => {};
  });
  await page.goto(patientUrl);
  const form = new Questionnaire(page, "keyboard");
  await form.begin();
  await form.answer(1, 7);
  for (let number = 2; number <= 18; number++) {
    await form.question(number);
    await form.select("I’d rather not say");
  }
  await form.heading("Check your answers");
  await form.select("Print my answers");
  await page.emulateMedia({ media: "print" });
  const today = await page.evaluate(() => new Date().toLocaleDateString("en-GB", { dateStyle: "long" }));
  await expect(page.getByText(today, { exact: true })).toBeVisible();
  await expect(page.getByText(study.texts.en.title)).toBeVisible();
  await expect(page.locator(".answer dt:visible")).toHaveCount(18);
  await expect(page.getByText("Change", { exact: true }).first()).toBeHidden();
  await expect(page.locator("body")).not.toContainText(code.meant);
});

test("the paper form is published beside the page and can be read by everybody", async ({ page }) => {
  await page.goto(patientUrl);
  await page.getByRole("link", { name: "A paper form to print" }).click();
  await expect(page.locator("h1")).toHaveText(study.texts.en.title);
  await expect(page.locator(".item")).toHaveCount(19);
  await expect(page.locator(".statement")).toHaveCount(sheet.statements.length);
  // Its styles have come: the page's policy lets only a file of them through.
  const border = await page.locator(".box").first().evaluate((box) => getComputedStyle(box).borderTopStyle);
  expect(border).toBe("solid");
  expect(await accessibilityBreaches(page)).toEqual([]);
});
