// Storage that fails for good while somebody answers: it is said, it is tried again with the next answer, and not a
// thousand times in between.
import { expect, patientUrl, test } from "../watched.ts";
import { Questionnaire } from "./questionnaire.ts";

test("storage that fails is tried once for each answer", async ({ page }) => {
  await page.goto(patientUrl);
  const form = new Questionnaire(page, "keyboard");
  await form.begin();
  await page.evaluate(() => {
    Object.assign(window, { tried: 0 });
    IDBDatabase.prototype.transaction = () => {
      (window as unknown as { tried: number }).tried++;
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await form.choose(0);
  await expect(page.getByText("This browser does not keep your answers")).toBeVisible();
  // A hundred turns of the browser's loop: time for anything that goes round and round.
  const tried = await page.evaluate(async () => {
    const state = window as unknown as { tried: number };
    const before = state.tried;
    for (let turn = 0; turn < 100; turn++) await new Promise((next) => requestAnimationFrame(next));
    return [before, state.tried];
  });
  expect(tried).toEqual([tried[0], tried[0]]);
  await form.select("Continue");
  await form.question(2);
  await expect.poll(() => page.evaluate(() => (window as unknown as { tried: number }).tried)).toBeGreaterThan(tried[1]);
});
