// How long the researcher's page is held up, and how much memory it takes, with 10, 1,000 and 20,000 files: while they are
// chosen, opened, linked, looked through, analysed and packed, in workers and without. Every file is another record; two of
// three are of one person, at both waves. `LINKWELL_MANY=20000 LINKWELL_MANY_FOLDER=… cargo test --test researcher -- --ignored`
// writes them, and that folder is wanted here under the same name.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, type Browser, type Page } from "@playwright/test";

import { teamKey } from "./tests/researcher.inbox.ts";

const url = process.env.LINKWELL_RESEARCHER_URL!;
const folder = process.env.LINKWELL_MANY_FOLDER!;
const sizes = (process.env.LINKWELL_SIZES ?? "10,1000,20000").split(",").map(Number);
const ways = (process.env.LINKWELL_WAYS ?? "in workers,in the page").split(",");
/** No task of the page is to take longer, in milliseconds. */
const HELD_UP = 50;

// The folder of files is no part of the page: its service worker would ask the host for it.
test.use({ serviceWorkers: "block" });

for (const way of ways) {
  for (const size of sizes) {
    test(`${size} files ${way}`, async ({ browser, page }) => {
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
        console.log(`${size} files ${way}: ${name} ${seconds.toFixed(1)} s`);
        figures.push(`${name} ${seconds.toFixed(1)} s, longest task ${tasks.length === 0 ? `<${HELD_UP}` : Math.round(Math.max(...tasks))} ms (${tasks.length})`);
      };
      const download = async (name: string) => {
        const saved = page.waitForEvent("download", { timeout: 600_000 });
        await page.getByRole("button", { name: `Save ${name}`, exact: true }).last().click();
        await (await saved).path();
      };
      const heading = page.getByRole("heading", { level: 1 });

      const dropped = await files(page, size);
      const process = await pageProcess(browser, page);
      const before = process.begin();
      await step("dropping", async () => {
        await page.dispatchEvent("h1", "drop", { dataTransfer: dropped });
        await expect(page.locator("#files-title ~ p.chosen")).toContainText("file", { timeout: 120_000 });
      });
      await step("opening", async () => {
        await page.getByRole("button", { name: "Open the files" }).click();
        await page.locator(".progress-words", { hasText: "tables" }).or(page.locator("table.ledger")).first().waitFor({ timeout: 1_700_000 });
      });
      await step("linking, to the ledger", () => page.locator("table.ledger").waitFor({ timeout: 600_000 }));
      await expect(heading, "each is a record").toHaveText(new RegExp(`^What became of ${size.toLocaleString("en-GB")} files`));
      await expect(page.locator("main")).not.toContainText("No record is in the table");
      await step("paging", async () => {
        for (const [table, parts] of [["Ledger", ["26 to 50", "51 to 75"]], ["Table", ["16 to 30", "31 to 45"]]] as const) {
          const pager = page.getByRole("navigation", { name: `Parts of ${table}` });
          for (const rows of size > 25 ? parts : []) {
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
      await step("back to the ledger", () => page.locator("table.data tbody tr").nth(Math.min(Math.ceil((size * 2) / 3), 15) - 1).waitFor({ timeout: 60_000 }));
      await step("zipping", () => download("results.zip"));
      await page.getByRole("button", { name: "Open other files" }).click();
      const passphrase = "four words at random";
      await page.getByLabel("Keep this key on this device, locked with a passphrase").check();
      await page.getByLabel("A passphrase for the copy").fill(passphrase);
      await page.getByLabel("The same passphrase again").fill(passphrase);
      await step("keeping the key", async () => {
        await page.getByRole("button", { name: "Keep the key" }).click();
        await page.getByText("A locked copy is kept on this device.").waitFor({ timeout: 60_000 });
      });
      await page.getByRole("button", { name: "Use another key" }).click();
      await page.getByRole("button", { name: /^Use the key of/ }).click();
      await page.getByLabel("Passphrase").fill(passphrase);
      await step("unlocking it", async () => {
        await page.getByRole("button", { name: "Unlock the key" }).click();
        await page.getByText("The key is ready.").waitFor({ timeout: 60_000 });
      });
      await process.collect();
      const { now, most } = process.read();
      const held = `${before} MB before, ${most} MB at most, ${now} MB at the end`;
      console.log([`${size} files ${way}, ${page.workers().length} workers; the page's process with its workers: ${held}`, ...figures].join("\n  "));
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

/** The process of the page and its workers, as Linux sees it: everything in it, WebAssembly and scripts. */
async function pageProcess(browser: Browser, page: Page) {
  const [whole, own] = await Promise.all([browser.newBrowserCDPSession(), page.context().newCDPSession(page)]);
  const { processInfo } = (await whole.send("SystemInfo.getProcessInfo")) as { processInfo: { type: string; id: number }[] };
  const megabytes = (id: number, what: string) => Math.round(Number(new RegExp(`^${what}:\\s+(\\d+) kB`, "m").exec(readFileSync(`/proc/${id}/status`, "utf8"))![1]) / 1024);
  const collect = () => own.send("HeapProfiler.collectGarbage");
  await collect();
  // Browsers keep one in reserve: the page's is the larger one.
  const renderers = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
  const id = renderers.sort((one, other) => megabytes(other, "VmRSS") - megabytes(one, "VmRSS"))[0]!;
  return {
    collect,
    /** Begins to look for the highest point, and gives where it is now. */
    begin() {
      writeFileSync(`/proc/${id}/clear_refs`, "5");
      return megabytes(id, "VmRSS");
    },
    read: () => ({ now: megabytes(id, "VmRSS"), most: megabytes(id, "VmHWM") }),
  };
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
