// How long the researcher's page is held up, and how much memory it takes, with 10, 1,000 and 20,000 files: while they are
// chosen, opened, linked, looked through, analysed and packed, in workers and without. Every file is another record; two of
// three are of one person, at both waves. `LINKWELL_MANY=20000 LINKWELL_MANY_FOLDER=… cargo test --test researcher -- --ignored`
// writes them, and that folder is wanted here under the same name.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";

import { teamKey } from "./tests/researcher.inbox.ts";

const url = process.env.LINKWELL_RESEARCHER_URL!;
const folder = process.env.LINKWELL_MANY_FOLDER!;
const sizes = (process.env.LINKWELL_SIZES ?? "10,1000,20000").split(",").map(Number);
const ways = (process.env.LINKWELL_WAYS ?? "in workers,in the page").split(",");
/** No task of the page is to take longer, in milliseconds. */
const HELD_UP = 50;

for (const way of ways) {
  for (const size of sizes) {
    test(`${size} files ${way}`, async ({ page }) => {
      if (way === "in the page") await page.addInitScript(() => Reflect.deleteProperty(window, "Worker"));
      await page.addInitScript(watchTasks);
      await page.route("**/many/*", (route) => route.fulfill({ path: join(folder, new URL(route.request().url()).pathname.split("/").pop()!) }));
      await page.goto(url);
      await page.setInputFiles("#study-file", join(folder, "study.json"));
      await page.setInputFiles("#key-file", teamKey);
      await expect(page.getByText("The key is ready.")).toBeVisible();
      const figures: string[] = [];
      const step = async (name: string, does: () => Promise<unknown>) => {
        await page.evaluate(() => void (window as unknown as Watched).tasks.splice(0));
        const begun = Date.now();
        await does();
        const seconds = (Date.now() - begun) / 1000;
        // Long tasks are told with a delay.
        await page.waitForTimeout(300);
        const tasks = await page.evaluate(() => (window as unknown as Watched).tasks.splice(0));
        console.log(`${size} files ${way}: ${name} done`);
        figures.push(`${name} ${seconds.toFixed(1)} s, longest task ${tasks.length === 0 ? `<${HELD_UP}` : Math.round(Math.max(...tasks))} ms (${tasks.length})`);
      };
      const download = async (name: string) => {
        const saved = page.waitForEvent("download", { timeout: 600_000 });
        await page.getByRole("button", { name: `Save ${name}`, exact: true }).last().click();
        await (await saved).path();
      };
      const heading = page.getByRole("heading", { level: 1 });

      const dropped = await files(page, size);
      await step("dropping", async () => {
        await page.dispatchEvent("h1", "drop", { dataTransfer: dropped });
        await expect(page.locator("#files-title ~ p.chosen")).toContainText("file", { timeout: 120_000 });
      });
      await step("opening", async () => {
        await page.getByRole("button", { name: "Open the files" }).click();
        await page.locator(".progress-words", { hasText: "tables" }).or(page.locator("table.ledger")).first().waitFor({ timeout: 1_700_000 });
      });
      await step("linking, to the ledger", () => page.locator("table.ledger").waitFor({ timeout: 600_000 }));
      await step("paging", async () => {
        for (const table of ["Ledger", "Table"].slice(0, size > 25 ? 2 : 0)) {
          const pager = page.getByRole("navigation", { name: `Parts of ${table}` });
          for (const rows of ["26 to 50", "51 to 75"]) {
            await pager.getByRole("button", { name: "Next" }).click();
            await expect(pager).toContainText(rows, { timeout: 60_000 });
          }
        }
      });
      await step("people", async () => {
        await page.getByRole("button", { name: "People", exact: true }).click();
        await page.locator("table.people").waitFor({ timeout: 60_000 });
        await page.locator("table.people button").first().click();
        await page.locator("table.beside").waitFor({ timeout: 60_000 });
      });
      await step("questions", async () => {
        await page.getByRole("button", { name: /^(Decisions|To decide)/ }).first().click();
        await expect(heading).not.toHaveText("");
        await page.locator("#withdraw-title").waitFor({ timeout: 60_000 });
      });
      await step("analysing", async () => {
        await page.getByRole("button", { name: "What changed" }).click();
        await page.getByRole("button", { name: "Save report.html" }).waitFor({ timeout: 1_700_000 });
      });
      await step("by an item", async () => {
        await page.locator("#report-by").selectOption("gse_1");
        await page.getByRole("button", { name: "Save report.html" }).waitFor({ timeout: 1_700_000 });
      });
      await step("saving the report", () => download("report.html"));
      await page.getByRole("button", { name: "Ledger and tables" }).click();
      await step("zipping", () => download("results.zip"));
      const memory = await page.evaluate(async () => {
        const { memory } = performance as unknown as { memory: { usedJSHeapSize: number } };
        return memory.usedJSHeapSize;
      });
      console.log([`${size} files ${way}, ${page.workers().length} workers, ${Math.round(memory / 1e6)} MB of the page's heap:`, ...figures].join("\n  "));
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

/** So many files, as a person would drag them. */
async function files(page: Page, size: number) {
  const parts = readdirSync(folder).filter((name) => /^\d+\.txt$/.test(name)).length;
  return page.evaluateHandle(
    async ([size, parts]) => {
      const transfer = new DataTransfer();
      for (let part = 0, at = 0; part < parts && at < size; part++) {
        const text = await (await fetch(`many/${part}.txt`)).text();
        for (const line of text.trimEnd().split("\n")) {
          if (at < size) transfer.items.add(new File([line.replaceAll("|", "\n")], `${at++}.txt`));
        }
      }
      return transfer;
    },
    [size, parts] as const,
  );
}
