// How long the researcher's page is held up, and how much memory it takes, with 10, 1,000 and 20,000 files, in workers and
// without. The files are copies of sixteen sealed ones under names of their own: opening costs the same for each, but the
// tables stay small, since a copy counts once.
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";

import { bundleOfSample, seal, teamKey } from "./tests/researcher.inbox.ts";

const url = process.env.LINKWELL_RESEARCHER_URL!;
const sizes = (process.env.LINKWELL_SIZES ?? "10,1000,20000").split(",").map(Number);

for (const way of ["in workers", "in the page"]) {
  for (const size of sizes) {
    test(`${size} files ${way}`, async ({ page }) => {
      if (way === "in the page") await page.addInitScript(() => Reflect.deleteProperty(window, "Worker"));
      await page.addInitScript(watchTasks);
      await page.goto(url);
      await page.setInputFiles("#study-file", bundleOfSample());
      await page.setInputFiles("#key-file", teamKey);
      await expect(page.getByText("The key is ready.")).toBeVisible();
      await drop(page, size);
      await expect(page.locator("#files-title ~ p.chosen")).toContainText("file", { timeout: 120_000 });
      await page.evaluate(() => ((window as unknown as Watched).tasks.length = 0));
      const begun = Date.now();
      await page.getByRole("button", { name: "Open the files" }).click();
      await page.locator(".progress-words", { hasText: "tables" }).or(page.locator("table.ledger")).first().waitFor({ timeout: 1_700_000 });
      const opened = Date.now();
      const whileOpening = await page.evaluate(() => (window as unknown as Watched).tasks.splice(0));
      await page.locator("table.ledger").waitFor({ timeout: 600_000 });
      const whileMaking = await page.evaluate(() => (window as unknown as Watched).tasks.splice(0));
      const memory = await page.evaluate(() => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize);
      const longest = (tasks: number[]) => Math.round(Math.max(0, ...tasks));
      console.log(
        `${size} files ${way}, ${page.workers().length} workers: opened in ${((opened - begun) / 1000).toFixed(1)} s, ` +
          `${whileOpening.length} tasks above 50 ms, the longest ${longest(whileOpening)} ms; ` +
          `then ${whileMaking.length}, the longest ${longest(whileMaking)} ms; ${Math.round(memory / 1e6)} MB of the page's heap`,
      );
    });
  }
}

interface Watched {
  tasks: number[];
}

function watchTasks(): void {
  const watched = window as unknown as Watched;
  watched.tasks = [];
  new PerformanceObserver((list) => watched.tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({ entryTypes: ["longtask"] });
}

async function drop(page: Page, size: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "linkwell-measure-"));
  const sealed = Array.from({ length: 16 }, (_, at) => {
    const file = join(folder, `${at}.txt`);
    seal(`baseline-${String(at + 1).padStart(2, "0")}`, file);
    return readFileSync(file, "utf8");
  });
  const dropped = await page.evaluateHandle(
    ([sealed, size]) => {
      const transfer = new DataTransfer();
      for (let at = 0; at < size; at++) transfer.items.add(new File([sealed[at % sealed.length]], `${at}.txt`));
      return transfer;
    },
    [sealed, size] as const,
  );
  await page.dispatchEvent("h1", "drop", { dataTransfer: dropped });
}
