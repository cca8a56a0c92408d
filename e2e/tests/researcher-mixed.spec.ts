// 250 mixed files, dropped on the page or chosen: every reason of the ledger that can be brought about, and the command's
// own bytes in the end, opened in workers and without any.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Page, Worker } from "@playwright/test";

import { expect, researcherUrl, test } from "../watched.ts";
import { bundleOfSample, demo, linkwell } from "./researcher.inbox.ts";
import { LINES, REASONS, fillMixed, teamKey } from "./researcher.mixed.ts";

const folder = mkdtempSync(join(tmpdir(), "linkwell-mixed-"));
const results = join(folder, "results");
let files: string[];

test.describe.configure({ mode: "serial" });
test.beforeAll(() => {
  test.setTimeout(600_000);
  files = fillMixed(folder);
  linkwell("import", join(folder, "inbox"), "--study", join(demo, "study.json"), "--identity", teamKey, "-o", results);
});
test.afterAll(() => rmSync(folder, { recursive: true }));

test("the inbox holds every reason that can be brought about", () => {
  const lines = readFileSync(join(results, "ledger.csv"), "utf8").trim().split("\r\n").slice(1);
  expect(lines.length).toBe(LINES);
  const ledger = lines.join("\n");
  expect(REASONS.filter((reason) => !new RegExp(`[,;"]${reason}[,;"]`).test(ledger)), "not brought about").toEqual([]);
});

/** Drops files on the page, as a person drags them from a folder. */
async function drop(page: Page, files: string[]): Promise<void> {
  const transfer = await page.evaluateHandle(() => new DataTransfer());
  // What one call to the page can carry is limited.
  for (let at = 0; at < files.length; at += 25) {
    const some = files.slice(at, at + 25).map((file) => {
      const bytes = readFileSync(file);
      // The one file that is too large is one letter again and again.
      const again = bytes.length > 1_000_000 ? bytes.length : 0;
      return { name: basename(file), content: again ? bytes.toString("latin1", 0, 1) : bytes.toString("base64"), again };
    });
    await transfer.evaluate((transfer, some) => {
      for (const { name, content, again } of some) {
        const bytes = Uint8Array.from(again ? content : atob(content), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([again ? content.repeat(again) : bytes], name));
      }
    }, some);
  }
  await page.dispatchEvent("#sealed-files", "drop", { dataTransfer: transfer });
  await expect(page.locator("#files-title ~ p.chosen")).toContainText(`${files.length} files`);
}

const isClerk = (worker: Worker) => worker.evaluate(() => self.name === "clerk");

for (const [way, prepare, give] of [
  ["dropped, in workers", async () => {}, drop],
  [
    "chosen, without workers",
    async (page: Page) => page.addInitScript(() => Reflect.deleteProperty(window, "Worker")),
    (page: Page, files: string[]) => page.setInputFiles("#sealed-files", files),
  ],
] as const) {
  test(`${LINES} files give the command's ledger, tables and downloads, ${way}`, async ({ page, watch }) => {
    test.slow();
    await prepare(page);
    await page.goto(researcherUrl);
    await page.setInputFiles("#study-file", bundleOfSample());
    await page.setInputFiles("#key-file", teamKey);
    await expect(page.getByText("The key is ready.")).toBeVisible();
    watch.hasStarted = true;
    const workers = page.workers().length;
    expect(workers > 0).toBe(way.endsWith("in workers"));

    await give(page, files);
    await page.getByRole("button", { name: "Open the files" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`What became of ${LINES} files`, { timeout: 120_000 });
    const all = page.locator(".count-card").filter({ hasText: "All" }).locator(".count");
    await expect(all).toHaveText(String(LINES));

    // Chromium stops a page's eleventh download in a row: ten files, and no zip after them.
    for (const name of readdirSync(results).sort()) {
      const download = page.waitForEvent("download");
      await page.getByRole("listitem").getByRole("button", { name: `Save ${name}`, exact: true }).click();
      const saved = readFileSync(await (await download).path());
      expect(saved.equals(readFileSync(join(results, name))), name).toBe(true);
    }

    await page.getByRole("button", { name: "Lock" }).click();
    await expect(page.getByText("Locked.")).toBeVisible();
    expect(page.workers().length, "whoever had a key is gone").toBe(0);
  });
}

test("workers that die in the middle are replaced, and nothing is lost", async ({ page, watch }) => {
  test.slow();
  await page.goto(researcherUrl);
  await page.setInputFiles("#study-file", bundleOfSample());
  await page.setInputFiles("#key-file", teamKey);
  await expect(page.getByText("The key is ready.")).toBeVisible();
  watch.hasStarted = true;
  await page.setInputFiles("#sealed-files", files);
  const all = page.workers();
  const clerks = await Promise.all(all.map(isClerk));
  const before = all.filter((_, at) => !clerks[at]);
  expect([before.length > 0, clerks.filter(Boolean).length]).toEqual([true, 1]);
  await page.getByRole("button", { name: "Open the files" }).click();
  await Promise.all(before.map((worker) => worker.evaluate(() => void setTimeout(() => { throw new Error("it dies"); }))));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`What became of ${LINES} files`, { timeout: 120_000 });
  expect(page.workers().some((worker) => before.includes(worker)), "they were ended").toBe(false);
  expect(page.workers().length, "others took their place").toBe(all.length);
  const download = page.waitForEvent("download");
  await page.getByRole("listitem").getByRole("button", { name: "Save ledger.csv", exact: true }).click();
  const saved = readFileSync(await (await download).path());
  expect(saved.equals(readFileSync(join(results, "ledger.csv")))).toBe(true);
});

test("when the clerk dies the page says so, shows nothing by halves, and can begin again", async ({ page, watch }) => {
  test.slow();
  await page.goto(researcherUrl);
  await page.setInputFiles("#study-file", bundleOfSample());
  await page.setInputFiles("#key-file", teamKey);
  await expect(page.getByText("The key is ready.")).toBeVisible();
  watch.hasStarted = true;
  await page.setInputFiles("#sealed-files", files);
  const open = page.getByRole("button", { name: "Open the files" });
  await open.click();
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText(`What became of ${LINES} files`, { timeout: 120_000 });
  for (const worker of page.workers()) {
    if (await isClerk(worker)) await worker.evaluate(() => void setTimeout(() => { throw new Error("it dies"); }));
  }
  await expect(page.getByText("what was opened is lost")).toBeVisible();
  await expect(heading).toBeFocused();
  await expect(page.locator("table")).toHaveCount(0);
  await open.click();
  await expect(heading).toHaveText(`What became of ${LINES} files`, { timeout: 120_000 });
  const download = page.waitForEvent("download");
  await page.getByRole("listitem").getByRole("button", { name: "Save responses_long.csv", exact: true }).click();
  const saved = readFileSync(await (await download).path());
  expect(saved.equals(readFileSync(join(results, "responses_long.csv")))).toBe(true);
});
