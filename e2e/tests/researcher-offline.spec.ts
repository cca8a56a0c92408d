// The researcher's page without a network after the first visit, and never another version in the middle of work.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test as watched } from "../watched.ts";
import { Host, type Site, researcherSite } from "./host.ts";
import { bundleOfSample, seal, teamKey } from "./researcher.inbox.ts";
import { keptOfWork } from "./researcher.kept.ts";
import { newVersionWaits, nothingWaits, versionsKept } from "./versions.ts";

const test = watched.extend<{ host: Host; file: string }>({
  host: async ({}, use) => {
    const host = await Host.start(first);
    await use(host);
    await host.stop().catch(() => {});
  },
  /** A sealed file. */
  file: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "linkwell-researcher-"));
    seal("baseline-01", join(folder, "one.txt"));
    await use(join(folder, "one.txt"));
    rmSync(folder, { recursive: true });
  },
});

let first: Site;
let second: Site;

test.beforeAll(() => {
  first = researcherSite();
  second = researcherSite("second edition");
});

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const build = (page: Page) => page.locator("meta[name=linkwell-build]").getAttribute("content");

/** Waits until the page has its service worker, which has copied everything by then. */
async function isKept(page: Page): Promise<void> {
  await expect(heading(page)).toHaveText("Open sealed files");
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
}

async function openOne(page: Page, file: string): Promise<void> {
  await page.setInputFiles("#study-file", bundleOfSample());
  await page.setInputFiles("#key-file", teamKey);
  await expect(page.getByText("The key is ready.")).toBeVisible();
  await page.setInputFiles("#sealed-files", file);
  await page.getByRole("button", { name: "Open the files" }).click();
  await expect(heading(page)).toHaveText("What became of 1 file", { timeout: 60_000 });
}

test("after the first visit the sample becomes a table without a network", async ({ page, context, host }) => {
  await page.goto(host.url);
  await isKept(page);
  await expect(page.locator("footer")).toContainText("keeps a copy of the page itself");
  await expect(page.locator("footer")).toContainText(`build ${first.build}`);
  expect(await keptOfWork(page, host.url)).toEqual([]);
  await host.stop();
  await context.setOffline(true);

  await page.reload();
  await expect(heading(page)).toHaveText("Open sealed files");
  await page.getByRole("link", { name: "Try the sample study" }).click();
  await expect(heading(page)).toContainText("What became of", { timeout: 60_000 });
  expect(page.workers().length, "the workers come from the copy as well").toBeGreaterThan(0);
  const download = page.waitForEvent("download");
  await page.getByRole("listitem").getByRole("button", { name: "Save responses_wide.csv", exact: true }).click();
  expect((await download).suggestedFilename()).toBe("responses_wide.csv");
});

test("a new version waits until the work is closed", async ({ page, context, host, file }) => {
  test.slow();
  await page.goto(host.url);
  await isKept(page);
  await openOne(page, file);

  host.publish(second);
  await page.evaluate(newVersionWaits);
  await expect(heading(page), "the work is as it was").toHaveText("What became of 1 file");
  // New workers are started from the page's own scripts: they must be those of this version.
  await page.getByRole("button", { name: "Lock" }).click();
  await openOne(page, file);
  await page.getByRole("button", { name: "Open other files" }).click();
  await page.getByRole("link", { name: "Make or change a study" }).click();
  await page.getByRole("button", { name: "Start a new study" }).click();
  await expect(page.locator("footer")).toContainText(`build ${first.build}`);
  page.once("dialog", (dialog) => void dialog.accept());
  await page.reload();
  await expect(heading(page)).toHaveText("Open sealed files");
  expect(await build(page), "a reload while the page is open").toBe(first.build);
  await page.close();

  const elsewhere = await context.newPage();
  await elsewhere.goto(host.elsewhere);
  await elsewhere.evaluate(nothingWaits, host.url);
  const next = await context.newPage();
  await next.goto(host.url);
  await expect(next.locator("footer"), "the next visit").toContainText(`build ${second.build}`);
  await expect.poll(() => next.evaluate(versionsKept), "the old version is removed").toBe(1);
});

test("somebody else's questionnaire on the same host does not hold a new version back", async ({ page, context, host }) => {
  await page.goto(host.url);
  await isKept(page);
  // As the patient's page of the same host keeps a draft.
  await page.evaluate(
    () =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open("linkwell", 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore("drafts").put("a draft", "a study");
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => done(opening.result.close());
      }),
  );
  host.publish(second);
  await page.evaluate(newVersionWaits);
  await page.close();
  const elsewhere = await context.newPage();
  await elsewhere.goto(host.elsewhere);
  await elsewhere.evaluate(nothingWaits, host.url);
  const next = await context.newPage();
  await next.goto(host.url);
  await expect(heading(next)).toHaveText("Open sealed files");
  expect(await build(next)).toBe(second.build);
});
