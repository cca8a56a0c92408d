// 250 mixed files, given to the page: every reason of the ledger that can be brought about, and the command's own
// bytes in the end, opened in workers and without any.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";

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

for (const [way, prepare] of [
  ["in workers", async () => {}],
  ["without workers", async (page: Page) => page.addInitScript(() => Reflect.deleteProperty(window, "Worker"))],
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
    expect(workers > 0).toBe(way === "in workers");

    await page.setInputFiles("#sealed-files", files);
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
  const before = page.workers();
  expect(before.length).toBeGreaterThan(0);
  await page.getByRole("button", { name: "Open the files" }).click();
  await Promise.all(before.map((worker) => worker.evaluate(() => void setTimeout(() => { throw new Error("it dies"); }))));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`What became of ${LINES} files`, { timeout: 120_000 });
  expect(page.workers().some((worker) => before.includes(worker)), "they were ended").toBe(false);
  expect(page.workers().length, "others took their place").toBe(before.length);
  const download = page.waitForEvent("download");
  await page.getByRole("listitem").getByRole("button", { name: "Save ledger.csv", exact: true }).click();
  const saved = readFileSync(await (await download).path());
  expect(saved.equals(readFileSync(join(results, "ledger.csv")))).toBe(true);
});
