// The sample study from the first tap to the saved file: by keyboard on a desk, by touch on a small phone.
import type { Page } from "@playwright/test";
import { expect, patientUrl, test } from "../watched.ts";
import { given, imported } from "./given.ts";
import { Questionnaire, code, type Hand } from "./questionnaire.ts";

for (const [hand, width] of [["keyboard", 1280], ["touch", 320]] as [Hand, number][]) {
  test.describe(`with ${hand} at ${width} px`, () => {
    test.use({ viewport: { width, height: 800 }, hasTouch: hand === "touch", acceptDownloads: true });

    test("from the first tap to the researcher's table", async ({ page, watch }) => {
      test.slow();
      await page.goto(`${patientUrl}#site=hilltop`);
      await page.getByRole("button", { name: "Start now" }).waitFor();
      watch.hasStarted = true;
      const form = new Questionnaire(page, hand);
      await form.begin();
      for (const [index, [, response]] of given.entries()) {
        await form.fits();
        expect(await form.chosen(), "nothing is chosen beforehand").toBeNull();
        if (response >= 0) {
          await form.answer(index + 1, response);
        } else if (response === -98) {
          await form.select("I’d rather not say");
        } else {
          await form.select("Continue");
          await form.select("Skip this question");
        }
      }
      await form.heading("Check your answers");
      await form.fits();
      await expect(page.locator(".answer")).toHaveCount(given.length);
      // Changed and changed back: straight there and straight back.
      await form.select("Change the answer to question 5");
      await form.choose(2);
      await form.select("Continue");
      await form.heading("Check your answers");
      await form.select("Change the answer to question 5");
      await form.choose(4);
      await form.select("Continue");
      await form.heading("Check your answers");
      await form.select("Finish and lock my answers");
      await form.heading("Your answers are locked");

      const { name, text } = await form.save();
      expect(text.split("\n")[0]).toBe("-----BEGIN AGE ENCRYPTED FILE-----");
      expect(name).toMatch(/^linkwell-[0-9A-Z]{8}\.txt$/);
      expect(name + text).not.toContain(code.meant);
      await expect(page.locator(".receipt-code")).toContainText(name.slice(9, 13));
      await form.select("Finish and clear this device");
      await form.heading("You have finished");
      expect(await kept(page), "nothing is left on the device").toBe(0);

      const row = imported(text);
      expect(row.participant).toBe(code.meant);
      expect([row.wave, row.site]).toEqual(["baseline", "hilltop"]);
      expect(given.map(([item]) => [item, Number(row[item])])).toEqual(given);
    });
  });
}

test("reload, Back and Forward keep every answer at several steps", async ({ page }) => {
  await page.goto(patientUrl);
  const form = new Questionnaire(page, "keyboard");
  await form.begin();
  await form.answer(1, 3);
  await form.answer(2, 9);
  await form.question(3);
  await page.goBack();
  await form.question(2);
  expect(await form.chosen()).toBe(9);
  await page.reload();
  await form.question(2);
  expect(await form.chosen()).toBe(9);
  await page.goBack();
  await form.question(1);
  expect(await form.chosen()).toBe(3);
  await page.goForward();
  await page.goForward();
  await form.question(3);
  await form.choose(5);
  await page.reload();
  await form.question(3);
  expect(await form.chosen()).toBe(5);
  await form.select("Back");
  await form.question(2);
  for (let step = 0; step < 2; step++) await page.goBack();
  await expect(page.locator("h1")).toHaveText("Who is filling this in?");
  expect(await form.chosen()).toBe(1);
  await page.goBack();
  await expect(page.getByRole("textbox")).toHaveValue(code.typed);
});

test("a new visit offers to carry on, and starting again removes what was given", async ({ page, context }) => {
  await page.goto(patientUrl);
  const form = new Questionnaire(page, "keyboard");
  await form.begin();
  await form.answer(1, 3);
  await form.question(2);
  await page.close();

  const second = await context.newPage();
  await second.goto(patientUrl);
  await expect(second.locator("h1")).toHaveText("Welcome back");
  await expect(second.locator("body")).not.toContainText(code.meant);
  const again = new Questionnaire(second, "keyboard");
  await again.select("Carry on");
  await again.question(2);
  await again.select("Back");
  await again.question(1);
  expect(await again.chosen()).toBe(3);
  await second.close();

  const third = await context.newPage();
  await third.goto(patientUrl);
  await new Questionnaire(third, "keyboard").select("Start again");
  await expect(third.getByRole("button", { name: "Start now" })).toBeVisible();
  await expect.poll(() => kept(third)).toBe(0);
});

test("leaving with an unsent file asks first; after a return the same file is there", async ({ page }) => {
  await page.goto(patientUrl);
  const form = new Questionnaire(page, "keyboard");
  await form.begin();
  await rest(form, 1);
  await form.select("Finish and lock my answers");
  await form.heading("Your answers are locked");
  const receipt = await page.locator(".receipt-code").textContent();
  const asked = page.waitForEvent("dialog");
  const leaving = page.reload().catch(() => null);
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.accept();
  await leaving;
  await expect(page.locator("h1")).toHaveText("Your answers are locked");
  await expect(page.locator(".receipt-code")).toHaveText(receipt!);
  await expect(page.locator("main")).toContainText("the locked file is still here");
});

test("after clearing, Back, Forward and reload show nothing of what was given", async ({ page }) => {
  await page.goto(patientUrl);
  const form = new Questionnaire(page, "keyboard");
  await form.begin();
  await form.answer(1, 3);
  await rest(form, 2);
  await form.select("Finish and lock my answers");
  await form.save();
  await form.select("Finish and clear this device");
  await form.heading("You have finished");
  for (const go of [() => page.goBack(), () => page.goForward()]) {
    await go();
    await expect(page.locator("h1")).toHaveText("You have finished");
  }
  await page.reload();
  await expect(page.getByRole("button", { name: "Start now" })).toBeVisible();
  await page.goForward();
  await form.select("Start now");
  await expect(page.getByRole("textbox")).toHaveValue("");
});

test("where the device can send files, that is the first way; giving up is no failure to hide", async ({ page }) => {
  await page.addInitScript(() => {
    const shared: { name: string; type: string; text: string }[] = [];
    Object.assign(window, { shared, refuseOnce: true });
    navigator.canShare = () => true;
    navigator.share = async (data) => {
      const state = window as unknown as { refuseOnce: boolean };
      if (state.refuseOnce) {
        state.refuseOnce = false;
        throw new DOMException("given up", "AbortError");
      }
      for (const file of data?.files ?? []) shared.push({ name: file.name, type: file.type, text: await file.text() });
    };
  });
  await page.goto(patientUrl);
  const form = new Questionnaire(page, "keyboard");
  await form.begin();
  await rest(form, 1);
  await form.select("Finish and lock my answers");
  await expect(page.locator(".actions .button").first()).toHaveText("Send the file");
  await form.select("Send the file");
  await expect(page.getByRole("status")).toContainText("The file has not been sent. It is still here.");
  await expect(page.getByRole("status")).not.toContainText("did not work");
  await expect(page.getByRole("button", { name: "Finish and clear this device" })).toHaveCount(0);
  await form.select("Send the file");
  await expect(page.getByRole("button", { name: "Finish and clear this device" })).toBeVisible();
  const shared = await page.evaluate(() => (window as unknown as { shared: unknown[] }).shared);
  expect(shared).toEqual([
    {
      name: expect.stringMatching(/^linkwell-[0-9A-Z]{8}\.txt$/),
      type: "text/plain",
      text: expect.stringMatching(/^-----BEGIN AGE ENCRYPTED FILE-----\n/),
    },
  ]);
});

test("a study that cannot be loaded leaves a calm page", async ({ browser }) => {
  const page = await browser.newPage();
  await page.route("**/study.bundle.json", (route) => route.fulfill({ status: 404, body: "" }));
  await page.goto(patientUrl);
  await expect(page.locator("h1")).toHaveText("The questions cannot be shown just now");
  await expect(page.getByText("Get help now")).toBeVisible();
  await page.unroute("**/study.bundle.json");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("button", { name: "Start now" })).toBeVisible();
  await page.goto(`${patientUrl}#wave=never`);
  await expect(page.locator("main")).toContainText("The link to this page is not complete");
  await page.close();
});

/** Would rather not say anything from this question on. */
async function rest(form: Questionnaire, from: number): Promise<void> {
  for (let number = from; number <= given.length; number++) {
    await form.question(number);
    await form.select("I’d rather not say");
  }
}

/** How many drafts the browser keeps. */
function kept(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((done, failed) => {
        const opening = indexedDB.open("linkwell", 1);
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction("drafts").objectStore("drafts").count();
          counting.onsuccess = () => done(counting.result);
          counting.onerror = () => failed(counting.error);
        };
      }),
  );
}
