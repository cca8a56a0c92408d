// The researcher's page: folders and archives, decisions, people. What is decided in the page is what the command replays.
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";

import { expect, researcherUrl, test } from "../watched.ts";
import { bundleOfSample, demo, linkwell, seal, teamKey } from "./researcher.inbox.ts";

const study = join(demo, "study.json");

/** A folder with a folder in it, a hidden file, and a zip: a conflict, two waves of one person, a letter. */
function inbox(folder: string): string {
  const place = join(folder, "inbox");
  mkdirSync(join(place, "more"), { recursive: true });
  seal("baseline-04", join(place, "first.txt"));
  seal("baseline-04", join(place, "more/second.txt"));
  seal("baseline-01", join(place, "more/one.txt"));
  writeFileSync(join(place, ".hidden"), "x");
  const packed = join(folder, "packed");
  mkdirSync(packed);
  seal("followup-01", join(packed, "later.txt"));
  writeFileSync(join(packed, "letter.txt"), "Dear all,");
  execFileSync("python3", ["-m", "zipfile", "-c", join(place, "late.zip"), join(packed, "later.txt"), join(packed, "letter.txt")]);
  return place;
}

async function start(page: Page, watch: { hasStarted: boolean }): Promise<void> {
  await page.goto(researcherUrl);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Open sealed files");
  watch.hasStarted = true;
  await page.setInputFiles("#study-file", bundleOfSample());
  await page.setInputFiles("#key-file", teamKey);
  await expect(page.getByText("The key is ready.")).toBeVisible();
}

/** Drops files and folders of the disk on the page, as a person does. */
async function drop(page: Page, ...files: string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await session.send("Input.dispatchDragEvent", { type, x: 200, y: 200, data });
  }
}

async function saved(page: Page, name: string): Promise<Buffer> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: `Save ${name}`, exact: true }).click();
  return readFileSync(await (await download).path());
}

test("a dropped folder, a decision made in the page, and the command gives the same bytes", async ({ page, watch, folder }) => {
  const place = inbox(folder);
  await start(page, watch);
  await drop(page, place);
  await expect(page.getByText("4 files, ")).toBeVisible();
  await expect(page.getByText("1 hidden file was left out.")).toBeVisible();
  await page.getByRole("button", { name: "Open the files" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What became of 5 files");
  await expect(page.getByRole("rowheader", { name: "late.zip/letter.txt" })).toBeVisible();

  await page.getByRole("button", { name: "To decide: 1" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.getByRole("button", { name: /^Decide about / }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Which record counts?");
  await expect(page.locator("tr.differs .mark").first()).toHaveText("Differs");
  await page.getByRole("button", { name: "Note this decision" }).click();
  await expect(page.locator("#problem")).toBeFocused();
  await expect(page.locator("#problem li")).toHaveText(["Choose one", "Write who decides", "Write why"]);
  await page.getByRole("radio").nth(1).check();
  await page.getByLabel("Who decides").fill("R. Jones");
  await page.getByLabel("Why", { exact: true }).fill("The first was a try-out, \"said so\"");
  await page.getByRole("button", { name: "Note this decision" }).click();
  await expect(page.getByText("Decided. The ledger")).toBeVisible();
  const decisions = join(folder, "decisions.json");
  writeFileSync(decisions, await saved(page, "decisions.json"));

  await page.getByRole("button", { name: "Ledger and tables" }).click();
  const results = join(folder, "results");
  linkwell("import", place, "--study", study, "--identity", teamKey, "--decisions", decisions, "-o", results);
  const names = readdirSync(results).sort();
  // One by itself, the others out of the zip: after ten downloads by a program Chromium wants to see a person.
  const ledger = await savedInList(page, "ledger.csv");
  expect(ledger.equals(readFileSync(join(results, "ledger.csv")))).toBe(true);
  const zip = await saved(page, "results.zip");
  expect((await saved(page, "results.zip")).equals(zip), "the zip is always the same").toBe(true);
  writeFileSync(join(folder, "results.zip"), zip);
  execFileSync("python3", ["-m", "zipfile", "-e", join(folder, "results.zip"), join(folder, "unpacked")]);
  expect(names).toHaveLength(10);
  for (const name of names) {
    expect(readFileSync(join(folder, "unpacked", name)).equals(readFileSync(join(results, name))), name).toBe(true);
  }
});

async function savedInList(page: Page, name: string): Promise<Buffer> {
  const download = page.waitForEvent("download");
  await page.getByRole("listitem").getByRole("button", { name: `Save ${name}`, exact: true }).click();
  return readFileSync(await (await download).path());
}

test("a chosen folder with its decisions: people by waves, one person, a withdrawal", async ({ page, watch, folder }) => {
  const place = inbox(folder);
  const person = JSON.parse(readFileSync(join(demo, "answers/baseline-01.json"), "utf8")).participant;
  await start(page, watch);
  await page.setInputFiles("#sealed-folder", place);
  await expect(page.getByText("4 files, ")).toBeVisible();
  await page.getByRole("button", { name: "Open the files" }).click();
  await page.getByRole("button", { name: "People" }).click();
  await expect(page.locator("table.people tbody tr")).toHaveCount(2);
  await page.getByRole("radio", { name: "By code" }).check();
  await page.getByRole("button", { name: person, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Person ${person}`);
  expect(await page.title()).not.toContain(person);
  await expect(page.locator("table.beside thead th")).toHaveCount(3);
  await page.getByRole("button", { name: "Note a withdrawal" }).click();
  await expect(page.getByLabel("Participant code")).toHaveValue(person);
  await page.getByLabel("Who decides").fill("R. Jones");
  await page.getByLabel("Why", { exact: true }).fill("Telephone call");
  await page.getByRole("button", { name: "Note this decision" }).click();
  await expect(page.getByText("Somebody has withdrawn.")).toBeVisible();
  await expect(page.locator("body")).not.toContainText(person);
  for (const part of ["People", "Ledger and tables"]) {
    await page.getByRole("button", { name: part, exact: true }).click();
    await expect(page.locator("body")).not.toContainText(person);
  }

  // The file is known among others, and brings the withdrawal back after everything was dropped.
  await page.getByRole("button", { name: "To decide: 1" }).click();
  writeFileSync(join(place, "decisions.json"), await saved(page, "decisions.json"));
  await page.getByRole("button", { name: "Lock" }).click();
  await page.setInputFiles("#key-file", teamKey);
  await drop(page, place);
  await expect(page.getByText("1 decision, replayed when the files are opened.")).toBeVisible();
  await page.getByRole("button", { name: "Open the files" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What became of 5 files");
  await expect(page.locator("body")).not.toContainText(person);
  await page.locator(".count-card").filter({ hasText: "Set aside" }).getByRole("radio").check();
  await expect(page.locator("table.ledger tbody tr")).toHaveCount(2);
});
