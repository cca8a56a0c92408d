// Without a network after the first visit, and never a new version in the middle of a questionnaire.
import { appendFileSync, cpSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "../watched.ts";
import { given, imported } from "./given.ts";
import { Host, type Site, makeSite } from "./host.ts";
import { focusComesWithin, Questionnaire, code } from "./questionnaire.ts";
import { newVersionWaits, nothingWaits, versionsKept } from "./versions.ts";

let first: Site;
let second: Site;
let host: Host;

test.beforeAll(() => {
  first = makeSite();
  second = makeSite("second edition");
  expect(second.build).not.toBe(first.build);
});
test.beforeEach(async () => {
  host = await Host.start(first);
});
test.afterEach(() => host.stop());

test("after the first visit everything works without a network, also after a reload", async ({ page, context }) => {
  test.slow();
  await page.goto(`${host.url}#site=hilltop`);
  await worker(page);
  await host.stop();
  await context.setOffline(true);

  await page.reload();
  const form = new Questionnaire(page, "keyboard");
  await form.begin();
  await form.answer(1, 7);
  await form.question(2);
  // Written within milliseconds; a tab that is killed before loses the last tap at most.
  await page.waitForTimeout(focusComesWithin);
  await page.reload();
  await form.question(2);
  await rest(form, 2);
  const { text } = await finish(form);
  const row = imported(text);
  expect([row.participant, row.site, row.life_satisfaction]).toEqual([code.meant, "hilltop", "7"]);
});

test("a new version waits until nothing is unfinished on the device", async ({ page, context }) => {
  test.slow();
  await page.goto(host.url);
  await worker(page);
  const form = new Questionnaire(page, "keyboard");
  await form.begin();
  await form.answer(1, 3);
  await form.question(2);

  host.publish(second);
  await page.reload();
  await form.question(2);
  expect(await build(page), "a reload").toBe(first.build);
  await page.evaluate(newVersionWaits);
  await page.reload();
  await form.question(2);
  expect(await build(page), "a reload while the new version waits").toBe(first.build);
  await page.close();

  // The new worker takes over when no page of the study is open; the draft still belongs to the old version.
  const elsewhere = await context.newPage();
  await elsewhere.goto(host.elsewhere);
  await elsewhere.evaluate(nothingWaits, host.url);
  const back = await context.newPage();
  await back.goto(host.url);
  await expect(back.locator("h1")).toHaveText("Welcome back");
  expect(await build(back), "a new visit with a draft").toBe(first.build);
  await expect(back.locator("footer")).toContainText(`build ${first.build}`);
  const again = new Questionnaire(back, "keyboard");
  await again.select("Carry on");
  await rest(again, 2);
  await finish(again);
  await back.reload();
  await expect(back.getByRole("button", { name: "Start now" })).toBeVisible();
  expect(await build(back), "a visit with nothing unfinished").toBe(second.build);
  await expect(back.locator("footer")).toContainText(`build ${second.build}`);
  await back.close();

  // The page that was reloaded was still open while its next one was; now no page has the old version.
  const last = await context.newPage();
  await last.goto(host.url);
  await expect(last.getByRole("button", { name: "Start now" })).toBeVisible();
  await expect.poll(() => last.evaluate(versionsKept), "the old version is removed").toBe(1);
});

test("a host in the middle of an upload is not copied", async ({ page }) => {
  await page.goto(host.url);
  await worker(page);
  const half = makeSite("half an upload");
  // The new worker is there already, and one file is not the one that it was told about.
  appendFileSync(`${half.folder}/index.html`, "<!-- cut");
  host.publish(half);
  expect(await page.evaluate(fateOfTheNext)).toBe("redundant");
  await page.reload();
  await expect(page.getByRole("button", { name: "Start now" })).toBeVisible();
  expect(await build(page)).toBe(first.build);
  // The rest arrives.
  cpSync(second.folder, half.folder, { recursive: true });
  expect(await page.evaluate(fateOfTheNext)).toBe("installed");
});

test("a copy that is gone is asked of the network", async ({ page }) => {
  await page.goto(host.url);
  await worker(page);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await page.reload();
  await expect(page.getByRole("button", { name: "Start now" })).toBeVisible();
});

/** Waits until the page has its worker, which has copied everything by then. */
async function worker(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: "Start now" })).toBeVisible();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
}

function build(page: Page): Promise<string | null> {
  return page.locator("meta[name=linkwell-build]").getAttribute("content");
}

/** Would rather not say anything from this question on, and comes to the check screen. */
async function rest(form: Questionnaire, from: number): Promise<void> {
  for (let number = from; number <= given.length; number++) {
    await form.question(number);
    await form.select("I’d rather not say");
  }
}

/** From the check screen to a device that is clear. */
async function finish(form: Questionnaire): Promise<{ text: string }> {
  await form.heading("Check your answers");
  await form.select("Finish and lock my answers");
  await form.heading("Your answers are locked");
  const saved = await form.save();
  await form.select("Finish and clear this device");
  await form.heading("You have finished");
  return saved;
}

/** What becomes of the next version; runs in the page. */
async function fateOfTheNext(): Promise<string> {
  const registration = await navigator.serviceWorker.ready;
  // A failed installation rejects the update as well, and says nothing more than the state does.
  await registration.update().catch(() => {});
  const next = registration.installing ?? registration.waiting;
  if (!next) return "redundant";
  while (next.state === "installing") await new Promise((changed) => (next.onstatechange = changed));
  return next.state;
}
