// The same questionnaire in two tabs: one has it, the other says so calmly, and nothing is overwritten by the one that
// lost its turn.
import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { Questionnaire } from "./questionnaire.ts";
import { Site, shorten } from "./site.ts";
import { kept } from "./storages.ts";

const elsewhere = "This questionnaire is open in another tab";

let site: Site;
test.beforeAll(async () => {
  site = await Site.start(shorten);
});
test.afterAll(() => site.stop());

async function tab(context: BrowserContext): Promise<[Page, Questionnaire]> {
  const page = await context.newPage();
  await page.goto(site.url);
  return [page, new Questionnaire(page, "keyboard")];
}

test("a second tab says so; carrying on there stops the first one, and back again", async ({ context }) => {
  const [first, one] = await tab(context);
  await one.begin();
  await one.answer(1, 2);
  await one.choose(3);
  await expect.poll(() => kept(first)).toContain('"id":"ucla_2","code":3');

  const [second, two] = await tab(context);
  await expect(second.locator("h1")).toHaveText(elsewhere);
  await expect(second.locator("main .actions").getByRole("button")).toHaveCount(1);
  await one.question(2);
  await two.select("Carry on here");
  await two.question(2);
  expect(await two.chosen()).toBe(3);
  await expect(first.locator("h1")).toHaveText(elsewhere);
  await expect(first.locator("input")).toHaveCount(0);
  await expect(first).toHaveTitle(/^This questionnaire is open in another tab/);

  await two.select("Continue");
  await two.question(3);
  await two.choose(1);
  await expect.poll(() => kept(second)).toContain('"id":"ucla_3","code":1');
  await first.bringToFront();
  await one.select("Carry on here");
  await one.question(3);
  expect(await one.chosen()).toBe(1);
  await expect(second.locator("h1")).toHaveText(elsewhere);
  // The browser's own Back does nothing in the tab that has lost its turn.
  await second.goBack();
  await expect(second.locator("input")).toHaveCount(0);
});

test("a second tab can say so in the language of whoever opened it", async ({ context }) => {
  const [, one] = await tab(context);
  await one.begin();
  await one.answer(1, 2);
  const [second, two] = await tab(context);
  await expect(second.locator("h1")).toHaveText(elsewhere);
  await two.select("Polski");
  await expect(second.locator("html")).toHaveAttribute("lang", "pl");
  await expect(second.locator("h1")).not.toHaveText(elsewhere);
  // What is carried on is the draft, in its own language.
  await second.locator("main .button-main").click();
  await two.question(2);
});

test("a tab that is closed leaves its turn to the next one, and so does one that has finished", async ({ context }) => {
  const [first, one] = await tab(context);
  await one.begin();
  await one.choose(2);
  await expect.poll(() => kept(first)).toContain('"id":"ucla_1","code":2');
  await first.close();
  const [second, two] = await tab(context);
  await expect(second.locator("h1")).toHaveText("Welcome back");
  await two.select("Carry on");
  await two.question(1);
  expect(await two.chosen()).toBe(2);
  await two.select("Continue");
  for (let number = 2; number <= 4; number++) await two.select("I’d rather not say");
  await two.select("Finish and lock my answers");
  await two.save();
  await two.select("Finish and clear this device");
  await two.heading("You have finished");
  const [third] = await tab(context);
  await expect(third.getByRole("button", { name: "Start now" })).toBeVisible();
});

test("without Web Locks the newer tab has its turn, and a late write of the older one changes nothing", async ({ context }) => {
  await context.addInitScript(() => Object.defineProperty(Navigator.prototype, "locks", { value: undefined }));
  const [first, one] = await tab(context);
  await one.begin();
  await one.choose(2);
  await expect.poll(() => kept(first)).toContain('"id":"ucla_1","code":2');
  const [second, two] = await tab(context);
  await two.select("Carry on");
  await two.question(1);
  await two.choose(3);
  await expect.poll(() => kept(second)).toContain('"id":"ucla_1","code":3');
  await first.bringToFront();
  await first.locator("label", { has: first.locator('input[value="1"]') }).click();
  await expect(first.locator("h1")).toHaveText(elsewhere);
  expect(await kept(second)).toContain('"id":"ucla_1","code":3');

  // Nor does it bring back what the newer one has removed.
  await one.select("Carry on here");
  await one.question(1);
  expect(await one.chosen()).toBe(3);
  await second.reload();
  await expect(second.locator("h1")).not.toHaveText("Loading");
  await two.select("Continue");
  for (let number = 2; number <= 4; number++) await two.select("I’d rather not say");
  await two.select("Finish and lock my answers");
  await two.save();
  await two.select("Finish and clear this device");
  await two.heading("You have finished");
  await first.bringToFront();
  await first.locator("label", { has: first.locator('input[value="1"]') }).click();
  await expect(first.locator("h1")).toHaveText(elsewhere);
  expect(await kept(second)).toBe("");
});

test("a browser that refuses Web Locks goes on without them", async ({ context }) => {
  await context.addInitScript(() => {
    LockManager.prototype.request = async () => {
      throw new DOMException("no", "SecurityError");
    };
  });
  const [page, form] = await tab(context);
  await form.begin();
  await form.choose(2);
  await expect.poll(() => kept(page)).toContain('"id":"ucla_1","code":2');
});
