// What changed: the report in the researcher's page is the command's, and everybody can read it.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Page } from "@playwright/test";

import { expect, researcherUrl, test } from "../watched.ts";
import { demo, linkwell, teamKey } from "./researcher.inbox.ts";

const study = join(demo, "study.json");
const contacts = join(demo, "contacts.csv");

/** The sample study is open, and its part about change is shown. */
async function changed(page: Page, watch: { hasStarted: boolean }): Promise<void> {
  await page.goto(researcherUrl);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Open sealed files");
  await page.getByRole("link", { name: "Try the sample study" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("What became of", { timeout: 60_000 });
  watch.hasStarted = true;
  await page.getByRole("button", { name: "What changed" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What changed");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page.getByRole("button", { name: "Save report.html" })).toBeVisible({ timeout: 30_000 });
}

async function saved(page: Page, name: string): Promise<Buffer> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: `Save ${name}`, exact: true }).click();
  return readFileSync(await (await download).path());
}

/** The results folder that the command makes of the sample's sealed files. */
async function results(page: Page, folder: string): Promise<string> {
  const inbox = join(folder, "inbox");
  mkdirSync(inbox);
  const index = await (await page.request.get(new URL("sample/index.json", researcherUrl).href)).json();
  for (const name of index.sealed as string[]) {
    const file = await page.request.get(new URL(`sample/${name}`, researcherUrl).href);
    writeFileSync(join(inbox, basename(name)), await file.body());
  }
  const place = join(folder, "results");
  linkwell("import", inbox, "--study", study, "--identity", teamKey, "-o", place);
  return place;
}

/** Saves the three zips, and compares every file in them with those that the command writes into these folders. */
async function zipsAreTheCommands(page: Page, folder: string, analyse: (...folders: string[]) => void): Promise<void> {
  const zips = { tables: "analysis.zip", plots: "analysis_plots.zip", team: "analysis_team.zip" };
  for (const option of Object.keys(zips)) rmSync(join(folder, option), { recursive: true, force: true });
  analyse(...Object.keys(zips).flatMap((option) => [`--${option}`, join(folder, option)]));
  for (const [option, name] of Object.entries(zips)) {
    const [zip, unpacked] = [join(folder, name), join(folder, `of-page-${option}`)];
    writeFileSync(zip, await saved(page, name));
    rmSync(unpacked, { recursive: true, force: true });
    execFileSync("python3", ["-m", "zipfile", "-e", zip, unpacked]);
    const names = readdirSync(join(folder, option)).sort();
    expect(readdirSync(unpacked).sort(), name).toEqual(names);
    expect(names.length, name).toBeGreaterThan(0);
    for (const file of names) {
      expect(readFileSync(join(unpacked, file)).equals(readFileSync(join(folder, option, file))), `${name}: ${file}`).toBe(true);
    }
  }
}

test("the report, the summary and the contacts are the command's own bytes", async ({ page, watch, folder }) => {
  await changed(page, watch);
  const place = await results(page, folder);
  const made = (name: string) => readFileSync(join(folder, name));
  const analyse = (...more: string[]) =>
    linkwell("analyse", place, "--study", study, "-o", join(folder, "report.html"), "--summary", join(folder, "summary.html"), ...more);
  analyse();
  expect((await saved(page, "report.html")).equals(made("report.html")), "report.html").toBe(true);
  expect((await saved(page, "summary.html")).equals(made("summary.html")), "summary.html").toBe(true);
  await zipsAreTheCommands(page, folder, (...folders) => analyse(...folders));

  await page.setInputFiles("#contacts-file", contacts);
  await expect(page.getByRole("heading", { name: "Contacts with the practice" })).toHaveCount(2, { timeout: 30_000 });
  await zipsAreTheCommands(page, folder, (...folders) => analyse("--contacts", contacts, ...folders));
  // What was not joined is listed, for the team alone: in the page, and as the command lists it.
  const listed = readFileSync(join(folder, "team/analysis_contacts_unmatched.csv"), "utf8").replace("\ufeff", "").trim().split("\r\n").slice(1);
  const rows = page.locator("table.not-counted tbody tr");
  await expect(rows).toHaveCount(Math.min(listed.length, 50));
  expect(listed.length).toBeGreaterThan(3);
  for (const [at, line] of listed.slice(0, 50).entries()) {
    const [row, participant, practice] = line.split(",");
    expect((await rows.nth(at).locator("th, td").allTextContents()).slice(0, 3)).toEqual([participant, row, practice]);
  }
  await page.emulateMedia({ media: "print" });
  await expect(rows.first()).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  expect((await saved(page, "report.html")).equals(made("report.html")), "report.html with contacts").toBe(true);

  const sheet = await page.context().newPage();
  await sheet.setContent(made("summary.html").toString());
  await expect(sheet.getByText("How often people saw or called their doctor")).toBeVisible();
  const printed = (await sheet.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(printed.match(/\/Type\s*\/Page\b/g), "one sheet of paper").toHaveLength(1);
  await sheet.close();

  const wrong = join(folder, "wrong.csv");
  writeFileSync(wrong, readFileSync(contacts, "utf8").replace("days_before", "days"));
  await page.setInputFiles("#contacts-file", wrong);
  await expect(page.locator("#contacts-error")).toContainText("there is no column `days_before`", { timeout: 30_000 });
});

test("by the answers to an item it is what the command makes with --by", async ({ page, watch, folder }) => {
  test.slow();
  await changed(page, watch);
  const place = await results(page, folder);
  const by = page.getByRole("combobox", { name: "Change by the answers to" });
  for (const item of ["gse_1", "ucla_2"]) {
    await by.focus();
    await by.selectOption(item);
    await expect(by).toBeFocused();
    await expect(page.locator(".report caption", { hasText: `By ${item}` }).first()).toBeVisible({ timeout: 60_000 });
    linkwell("analyse", place, "--study", study, "--by", item, "-o", join(folder, `${item}.html`), "--summary", join(folder, "summary.html"));
    expect((await saved(page, "report.html")).equals(readFileSync(join(folder, `${item}.html`))), item).toBe(true);
    expect((await saved(page, "summary.html")).equals(readFileSync(join(folder, "summary.html"))), item).toBe(true);
  }
  await by.selectOption("no item");
  await expect(page.locator(".report caption", { hasText: "By gse_1" })).toHaveCount(0);
  linkwell("analyse", place, "--study", study, "-o", join(folder, "without.html"));
  expect((await saved(page, "report.html")).equals(readFileSync(join(folder, "without.html"))), "without").toBe(true);
});

test("plots keep a readable size in frames that scroll, and are printed whole", async ({ page, watch }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await changed(page, watch);
  const plots = page.locator(".report .plot-frame");
  const shrunk = () =>
    plots.evaluateAll((all) =>
      all.map((frame) => frame.querySelector("svg")!).filter((svg) => svg.getBoundingClientRect().width < svg.viewBox.baseVal.width - 1).length,
    );
  expect(await shrunk(), "plots whose words are smaller than they were made").toBe(0);
  const wide = page.locator(".report .plot-frame").first();
  await wide.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => wide.evaluate((frame) => frame.scrollLeft)).toBeGreaterThan(0);
  await page.emulateMedia({ media: "print" });
  const cut = () => plots.evaluateAll((all) => all.filter((frame) => frame.querySelector("svg")!.getBoundingClientRect().width > frame.clientWidth + 1).length);
  expect(await cut(), "plots that are cut on paper").toBe(0);
});
