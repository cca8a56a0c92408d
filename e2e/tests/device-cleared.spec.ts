// A shared device: what the start screen says is kept is what is kept, and after "Finish and clear this device" nothing
// of the person is left, in no storage, no entry of the history, no file of the browser, not after a new start of it.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { chromium, expect, test, type BrowserContext, type Page } from "@playwright/test";
import { Profile } from "./profile.ts";
import { Questionnaire, code } from "./questionnaire.ts";
import { Site, short, shorten } from "./site.ts";
import { empty, kept, storages } from "./storages.ts";

let site: Site;
test.beforeAll(async () => {
  site = await Site.start(shorten);
});
test.afterAll(() => site.stop());

test("only the draft is kept before the end, nothing after it, and nothing when the browser is opened again", async () => {
  test.setTimeout(120_000);
  const profile = new Profile();
  const { executablePath, args } = test.info().project.use.launchOptions!;
  const open = () => chromium.launchPersistentContext(profile.folder, { executablePath, args, acceptDownloads: true });
  try {
    let context = await open();
    await cleared(context);
    await context.close();
    expect(holding(profile.folder, code.typed.trim()), "no file of the browser holds the code").toEqual([]);

    context = await open();
    const page = await context.newPage();
    await page.goto(site.url);
    await page.getByRole("button", { name: "Start now" }).waitFor();
    expect(publicOnly(await storages(page))).toEqual(empty);
    await new Questionnaire(page, "keyboard").select("Start now");
    await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
    await new Questionnaire(page, "keyboard").agreeHere();
    await expect(page.getByRole("textbox")).toHaveValue("");
    await context.close();
  } finally {
    await profile.remove();
  }
});

/** A whole journey that ends with clearing, with a look into every storage on the way. */
async function cleared(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto(site.url);
  const form = new Questionnaire(page, "keyboard");
  await page.getByRole("button", { name: "Start now" }).waitFor();
  expect(publicOnly(await storages(page)), "nothing before somebody starts").toEqual(empty);
  await expect(page.locator("main")).toContainText("Until you finish, your answers are kept in this browser in locked form");

  await form.begin();
  for (const [at, [, response]] of short.entries()) await form.answer(at + 1, response);
  await form.heading("Check your answers");
  await expect.poll(() => kept(page)).toContain('"step":3,');
  const oneDraft = { ...empty, databases: { "linkwell/drafts": ["link-worker-sample/baseline/"] } };
  expect(publicOnly(await storages(page)), "one draft and nothing else").toEqual(oneDraft);
  for (const state of await states(page)) expect(state, "four numbers").toEqual(Array(4).fill(expect.any(Number)));

  await form.select("Finish and lock my answers");
  await form.save();
  await form.select("Finish and clear this device");
  await form.heading("You have finished");
  expect(publicOnly(await storages(page)), "nothing after the end").toEqual(empty);
  await expect.poll(() => states(page), "no entry of the history holds anything").toEqual([null, null]);
  await expect(page.locator("h1")).toHaveText("You have finished");
  for (const go of [() => page.goBack(), () => page.goForward()]) {
    await go();
    await expect(page.locator("h1")).toHaveText("You have finished");
  }
  // Another page and back: what the browser restores is the end or the start, never the person's.
  await page.goto("about:blank");
  await page.goBack();
  await expect(page.locator("h1")).not.toHaveText("Loading");
  await expect(page.locator("body")).not.toContainText("Question");
  await page.reload();
  await page.getByRole("button", { name: "Start now" }).waitFor();
  await expect(page.locator("body")).not.toContainText(code.meant);
}

/** Caches may hold the site's own public files, which are the same for everybody. */
function publicOnly(seen: Awaited<ReturnType<typeof storages>>): typeof seen {
  for (const address of Object.values(seen.caches).flat()) expect(address.startsWith(site.url) && !address.includes("?")).toBe(true);
  return { ...seen, caches: {} };
}

/** What each entry of this page in the history holds, as the browser's own list has it. */
async function states(page: Page): Promise<unknown[]> {
  const browser = await page.context().newCDPSession(page);
  const { currentIndex, entries } = await browser.send("Page.getNavigationHistory");
  const ours = entries.map((entry, index) => ({ index, url: entry.url })).filter((entry) => entry.url.startsWith(site.url));
  for (const { url } of ours) expect(url, "no address says anything").toBe(site.url);
  const found: unknown[] = [];
  for (const { index } of ours) {
    await visit(page, entries[index].id);
    found.push(await page.evaluate(() => history.state));
  }
  await visit(page, entries[currentIndex].id);
  await browser.detach();
  return found;

  async function visit(tab: Page, entryId: number): Promise<void> {
    const now = await browser.send("Page.getNavigationHistory");
    if (now.entries[now.currentIndex].id === entryId) return;
    const arrived = tab.evaluate(() => new Promise((done) => window.addEventListener("popstate", () => setTimeout(done), { once: true })));
    await browser.send("Page.navigateToHistoryEntry", { entryId });
    await arrived;
  }
}

/** The files below `folder` that hold `text`, in the encodings that browsers write. */
function holding(folder: string, text: string): string[] {
  const needles = [Buffer.from(text, "utf8"), Buffer.from(text, "utf16le")];
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => {
    const file = join(folder, name);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return false;
    const bytes = readFileSync(file);
    return needles.some((needle) => bytes.includes(needle));
  });
}
