// The researcher's page in one file, opened from the disk of a laptop that has no network: the same tables, and not one
// request.
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import { accessibilityBreaches, expect, test as watched } from "../watched.ts";
import { breach } from "./breach.ts";
import { bundleOfSample, demo, fillInbox, linkwell, teamKey } from "./researcher.inbox.ts";
import { carriedSample, researcherFile } from "./researcher.single.ts";
import { storages } from "./storages.ts";

const address = pathToFileURL(researcherFile).href;
const study = join(demo, "study.json");

/** A folder of its own for each test, and a page that is never online and whose requests are all recorded. */
const test = watched.extend<{ folder: string; requests: string[] }>({
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "linkwell-researcher-"));
    await use(folder);
    rmSync(folder, { recursive: true });
  },
  requests: async ({ context }, use) => {
    const requests: string[] = [];
    // A worker's script is the page's own text: nobody is asked for it.
    context.on("request", (request) => request.url().startsWith("blob:") || requests.push(request.url()));
    await context.setOffline(true);
    await use(requests);
  },
});

/** Every file of the results, as the page saves it and as the command writes it. */
async function compare(page: Page, results: string): Promise<void> {
  const names = readdirSync(results).sort();
  expect(names.length).toBe(10);
  for (const name of names) {
    const download = page.waitForEvent("download");
    await page.getByRole("listitem").getByRole("button", { name: `Save ${name}`, exact: true }).click();
    const saved = readFileSync(await (await download).path());
    expect(saved.equals(readFileSync(join(results, name))), name).toBe(true);
  }
}

test("the sample study becomes the command's own bytes, and nothing is asked for", async ({ page, folder, requests }) => {
  const inbox = join(folder, "inbox");
  mkdirSync(inbox);
  const sample = carriedSample();
  for (const [name, text] of sample) writeFileSync(join(inbox, name), text);
  const results = join(folder, "results");
  linkwell("import", inbox, "--study", study, "--identity", teamKey, "-o", results);

  await page.goto(address);
  await page.getByRole("link", { name: "Try the sample study" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`What became of ${sample.size} files`, { timeout: 60_000 });
  expect(page.workers().length, "the crew and the clerk").toBeGreaterThan(1);
  await compare(page, results);
  expect(await accessibilityBreaches(page)).toEqual([]);
  expect(requests).toEqual([address, `${address}?sample`]);
});

test("files of one's own become the command's own bytes, and nothing is kept", async ({ page, folder, requests }) => {
  const files = fillInbox(folder);
  const results = join(folder, "results");
  linkwell("import", join(folder, "inbox"), "--study", study, "--identity", teamKey, "-o", results);

  await page.goto(address);
  await page.setInputFiles("#study-file", bundleOfSample());
  await page.getByLabel("Paste a secret key").fill(readFileSync(teamKey, "utf8"));
  await page.getByRole("button", { name: "Use this key" }).click();
  await expect(page.getByText("It belongs to this study.")).toBeVisible();
  await page.setInputFiles("#sealed-files", files);
  await page.getByRole("button", { name: "Open the files" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`What became of ${files.length} files`, { timeout: 60_000 });
  await compare(page, results);
  expect(requests).toEqual([address]);
  await expect(page.locator("footer")).toHaveText(/keeps nothing of yours.*Linkwell \S+, build [0-9a-f]{12}$/);
  await expect(page.locator("footer"), "a file is not kept by the browser").not.toContainText("keeps a copy");
  const { local, session, cookies, databases } = await storages(page).catch(() => withoutCaches(page));
  expect([local, session, cookies, databases]).toEqual([{}, {}, [], {}]);
});

/** Chromium gives a page from the disk no caches and no file system of its own to look into. */
async function withoutCaches(page: Page) {
  const seen = await page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: Object.fromEntries((await indexedDB.databases()).map(({ name }) => [name, true])),
  }));
  return { ...seen, cookies: await page.context().cookies() };
}

test("its policy refuses a script that is not in it, markup from text, and every connection", async ({ browser }) => {
  const page = await browser.newPage();
  await page.goto(address);
  await expect(page.getByRole("button", { name: "Open the files" })).toBeVisible();
  expect(await breach(page, () => document.head.append(Object.assign(document.createElement("script"), { text: "0" })))).toMatch(
    /script-src-elem|require-trusted-types-for/,
  );
  expect(await breach(page, () => void fetch("http://203.0.113.1/").catch(() => {}))).toBe("connect-src");
  expect(await breach(page, () => document.body.insertAdjacentHTML("beforeend", "<b>a</b>"))).toBe("require-trusted-types-for");
  await page.close();
});

test("nothing in it names an address to load from", () => {
  const page = readFileSync(researcherFile, "utf8");
  expect(page).not.toMatch(/<(link|img|iframe)[^>]+(href|src)="(?!data:)/);
  expect(page).not.toMatch(/<script[^>]+src=/);
});
