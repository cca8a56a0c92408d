// The researcher's page: from sealed files to the tables, the same bytes as the command.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";

import { accessibilityBreaches, expect, researcherUrl, test } from "../watched.ts";
import {
  bundleOfSample, demo, expected, fillInbox, linkwell, ownStudy, passphrase, readProtected, seal, teamKey,
} from "./researcher.inbox.ts";
import { keptOfWork } from "./researcher.kept.ts";

const study = join(demo, "study.json");
let bundled: string | undefined;
/** The study for the page, which takes one file. */
const bundle = () => (bundled ??= bundleOfSample());
const open = (page: Page) => page.getByRole("button", { name: "Open the files" });
const lines = (page: Page) => page.locator("table.ledger tbody tr");

async function start(page: Page, watch: { hasStarted: boolean }): Promise<void> {
  await page.goto(researcherUrl);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Open sealed files");
  watch.hasStarted = true;
}

async function choose(page: Page, files: string[], key = teamKey): Promise<void> {
  await page.setInputFiles("#study-file", bundle());
  await page.setInputFiles("#key-file", key);
  await expect(page.getByText("The key is ready.")).toBeVisible();
  await page.setInputFiles("#sealed-files", files);
  await expect(page.locator("#files-title ~ p.chosen")).toContainText(`${files.length} file`);
}

/** The bytes that the button saves. */
async function saved(page: Page, name: string): Promise<Buffer> {
  const download = page.waitForEvent("download");
  await page.getByRole("listitem").getByRole("button", { name: `Save ${name}`, exact: true }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe(name);
  return readFileSync(await file.path());
}

test("sealed files of every outcome give the ledger, the table and the command's own bytes", async ({ page, watch, folder }) => {
  const files = fillInbox(folder);
  const results = join(folder, "results");
  linkwell("import", join(folder, "inbox"), "--study", study, "--identity", teamKey, "-o", results);

  await start(page, watch);
  await choose(page, files);
  await open(page).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`What became of ${files.length} files`);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();

  expect(files.length).toBe(expected.All);
  expect(expected.Accepted + expected.Duplicate + expected.Attention + expected.Rejected).toBe(expected.All);
  for (const [outcome, count] of Object.entries(expected)) {
    const card = page.locator(".count-card").filter({ hasText: outcome });
    await expect(card.locator(".count")).toHaveText(String(count));
    await card.getByRole("radio").check();
    await expect(lines(page), outcome).toHaveCount(count);
    if (outcome !== "All") await expect(lines(page).locator(".ledger-outcome")).toHaveText(Array(count).fill(outcome));
  }
  await expect(lines(page).filter({ hasText: "other-key.txt" })).toContainText("None of the identities given opens this file");

  const rows = page.locator("table.data tbody tr");
  await expect(rows).toHaveCount(expected.Accepted + expected.Attention);
  const given = JSON.parse(readFileSync(join(demo, "answers/baseline-03.json"), "utf8"));
  const row = rows.filter({ has: page.getByRole("rowheader", { name: given.participant, exact: true }) });
  const names = await page.locator("table.data thead th").allTextContents();
  const cells = await row.locator("th, td").allTextContents();
  for (const [item, code] of Object.entries(given.answers)) {
    if (typeof code === "number") expect(cells[names.indexOf(item)], item).toBe(String(code));
  }

  const resultNames = readdirSync(results).sort();
  expect(resultNames.length).toBe(10);
  for (const name of resultNames) {
    expect((await saved(page, name)).equals(readFileSync(join(results, name))), name).toBe(true);
  }
  expect(await keptOfWork(page, researcherUrl)).toEqual([]);
});

test("a protected key file of another study opens that study's files", async ({ page, watch, folder }) => {
  const own = ownStudy(folder);
  const answers = JSON.parse(readFileSync(join(demo, "answers/baseline-01.json"), "utf8"));
  delete answers.site;
  delete answers.link_worker;
  delete answers.consent;
  writeFileSync(join(folder, "answers.json"), JSON.stringify(answers));
  const file = join(folder, "one.txt");
  linkwell("seal", "--study", join(own, "study.json"), join(folder, "answers.json"), "-o", file);

  await start(page, watch);
  await page.setInputFiles("#study-file", join(own, "study.json"));
  await page.setInputFiles("#sealed-files", file);
  await page.setInputFiles("#key-file", readProtected(own));
  const field = page.getByLabel("Passphrase");
  await expect(field).toBeFocused();
  await field.fill("another horse");
  // It may be over soon, so the page itself keeps what it showed.
  await page.evaluate(() => {
    const shown = (window as unknown as { shown: string[] });
    shown.shown = [];
    const look = () => shown.shown.push(document.body.innerText);
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  await page.getByRole("button", { name: "Unlock the key file" }).click();
  await expect(page.getByText("This is not the passphrase of this key file.")).toBeVisible({ timeout: 60_000 });
  const shown = await page.evaluate(() => (window as unknown as { shown: string[] }).shown.join());
  expect(shown).toContain("Working: unlocking");
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("");
  await field.fill(passphrase);
  await field.press("Enter");
  await expect(page.getByText("It belongs to this study.")).toBeVisible({ timeout: 60_000 });
  await expect(page.locator("#key-title")).toBeFocused();
  await open(page).click();
  await expect(lines(page).locator(".ledger-outcome")).toHaveText(["Accepted"]);
});

test("what is no study and no key is told with what to do", async ({ page, watch, folder }) => {
  const sealed = join(folder, "sealed.txt");
  seal("baseline-01", sealed);
  await start(page, watch);
  await page.setInputFiles("#study-file", sealed);
  await expect(page.locator("#study-error")).toContainText("This is not a study file.");
  await page.setInputFiles("#key-file", sealed);
  await expect(page.locator("#key-error")).toContainText("This is a sealed file, not a key file.");
  const key = page.getByLabel("Paste a secret key");
  for (const [text, words] of [
    ["", "There is no key in it."],
    ["my password", "This is not a secret key."],
    [JSON.parse(readFileSync(study, "utf8")).recipients[0], "This is a public key"],
    ["AGE-SECRET-KEY-PQ-1ABC", "A character of this key is missing or wrong."],
  ]) {
    await key.fill(text);
    await key.press("Enter");
    await expect(page.locator("#key-error"), text).toContainText(words);
    await expect(key).toHaveValue("");
  }
  await page.setInputFiles("#key-file", join(ownStudyWithoutPassphrase(folder), "keys/team-identity.txt"));
  await page.setInputFiles("#study-file", bundle());
  await expect(page.getByText("It is none of the keys that this study seals to")).toBeVisible();
});

function ownStudyWithoutPassphrase(folder: string): string {
  const place = join(folder, "open-study");
  linkwell("study", "new", "--no-passphrase", place);
  return place;
}

test("locking drops the key and everything that it opened", async ({ page, watch, folder }) => {
  const file = join(folder, "one.txt");
  seal("baseline-01", file);
  await start(page, watch);
  await choose(page, [file]);
  await open(page).click();
  await expect(lines(page)).toHaveCount(1);
  const participant = JSON.parse(readFileSync(join(demo, "answers/baseline-01.json"), "utf8")).participant;
  await expect(page.locator("body")).toContainText(participant);
  await page.getByRole("button", { name: "Lock" }).click();
  await expect(page.getByText("Locked.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page.locator("body")).not.toContainText(participant);
  await expect(page.getByRole("button", { name: "Lock" })).toHaveCount(0);
  await open(page).click();
  await expect(page.locator("#problem")).toBeFocused();
  await expect(page.locator("#problem li")).toHaveText(["Give the team's key or the recovery key", "Choose at least one sealed file"]);
});

test("the whole way by keyboard alone", async ({ page, watch, folder }) => {
  const file = join(folder, "one.txt");
  seal("baseline-01", file);
  // Choosers are caught only while somebody listens; a listener that comes with each key press can come too late.
  page.on("filechooser", () => {});
  await start(page, watch);
  await reach(page, "#study-file");
  await chooseByKey(page, [bundle()]);
  await reach(page, "#key");
  await page.keyboard.insertText(readFileSync(teamKey, "utf8"));
  await page.keyboard.press("Enter");
  await expect(page.locator("#key-title")).toBeFocused();
  await reach(page, "#sealed-files");
  await chooseByKey(page, [file, join(demo, "README.md")]);
  await reach(page, ".steps .actions button");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await reach(page, "input[name=show]");
  for (let step = 0; step < 4; step++) await page.keyboard.press("ArrowDown");
  await expect(lines(page)).toHaveCount(1);
  await expect(lines(page)).toContainText("README.md");
  await reach(page, ".table-frame");
  await reach(page, ".table-frame:has(.data)");
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => page.locator(".table-frame:has(.data)").evaluate((frame) => frame.scrollLeft)).toBeGreaterThan(0);
  await reach(page, ".save-list button");
  const download = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  expect((await download).suggestedFilename()).toBe("ledger.csv");
  await expect(page.getByText("ledger.csv is saved among your downloads.")).toBeVisible();
});

/** Presses Tab until the first element of `selector` has the focus. */
async function reach(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, selector)) return;
  }
  throw new Error(`${selector} is out of the keyboard's reach`);
}

async function chooseByKey(page: Page, files: string[]): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.keyboard.press("Enter");
  await (await chooser).setFiles(files);
}

test("files are taken where they are dropped", async ({ page, watch }) => {
  await start(page, watch);
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["one"], "one.txt"));
    transfer.items.add(new File(["two"], "two.txt"));
    return transfer;
  });
  await page.dispatchEvent("h1", "drop", { dataTransfer: dropped });
  await expect(page.getByText("2 files, 6 bytes")).toBeVisible();
  await page.getByRole("button", { name: "Remove all" }).click();
  await expect(page.getByText("2 files")).toHaveCount(0);
  await expect(page.locator("#files-title")).toBeFocused();
});

test("many files: progress is shown, the page stays live and can be stopped", async ({ page, watch, folder }) => {
  const files = Array.from({ length: 200 }, (_, at) => join(folder, `${at}.txt`));
  seal("baseline-01", files[0]);
  for (const file of files.slice(1)) writeFileSync(file, readFileSync(files[0]));
  await start(page, watch);
  await choose(page, files);
  for (let times = 2; times <= 20; times++) {
    await page.setInputFiles("#sealed-files", files);
    await expect(page.locator("#files-title ~ p.chosen")).toContainText(`${(times * files.length).toLocaleString("en-GB")} files`);
  }
  await open(page).click();
  await expect(page.locator(".progress-words")).toHaveText(/^[1-9][\d,]* of 4,000 files$/);
  expect(await accessibilityBreaches(page)).toEqual([]);
  await page.getByRole("button", { name: "Stop" }).click();
  // What is open is kept, and the rest can be opened later.
  await expect(page.getByText("because you stopped")).toBeVisible();
  const kept = Number((await page.getByRole("heading", { level: 1 }).textContent())?.replace(/\D/g, ""));
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(4000);
  await page.getByRole("button", { name: "Open the rest" }).click();
  await expect(page.locator(".progress-words")).toHaveText(/ of 4,000 files$/);
  await page.getByRole("button", { name: "Stop" }).click();
  await page.getByRole("button", { name: "Open other files" }).click();

  await page.getByRole("button", { name: "Remove all" }).click();
  await page.setInputFiles("#sealed-files", files);
  await open(page).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What became of 200 files", { timeout: 60_000 });
  await expect(lines(page)).toHaveCount(25);
  const pager = page.getByRole("navigation", { name: "Parts of Ledger" });
  await pager.getByRole("button", { name: "Next" }).click();
  await expect(pager).toContainText("26 to 50 of 200");
});

test("the sample study opens by itself and asks for nothing more", async ({ page, watch }) => {
  await page.goto(researcherUrl);
  await page.getByRole("link", { name: "Try the sample study" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("What became of", { timeout: 30_000 });
  watch.hasStarted = true;
  await expect(page.getByText("For trial only")).toBeVisible();
  for (const outcome of ["Accepted", "Duplicate", "Attention", "Rejected"]) {
    const count = page.locator(".count-card").filter({ hasText: outcome }).locator(".count");
    expect(Number(await count.textContent()), outcome).toBeGreaterThan(0);
  }
  await page.getByRole("button", { name: "Lock" }).click();
  await expect(page.getByRole("link", { name: "Try the sample study" })).toBeVisible();
  expect(await keptOfWork(page, researcherUrl)).toEqual([]);
});
