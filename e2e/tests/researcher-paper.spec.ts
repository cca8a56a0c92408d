// Paper forms, keyed in twice in the page: what comes out is what the command would have sealed.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";

import { accessibilityBreaches, expect, linkwellCommand, researcherUrl, test as watched, widths } from "../watched.ts";
import { keptOfWork } from "./researcher.kept.ts";

const demo = new URL("../../studies/demo/", import.meta.url).pathname;

/** A folder of its own for each test. */
const test = watched.extend<{ folder: string }>({
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "linkwell-paper-"));
    await use(folder);
    rmSync(folder, { recursive: true });
  },
});

interface Form {
  participant: string;
  wave: string;
  site: string;
  link_worker: string;
  completed: string;
  help: string;
  language: string;
  consent: { version: string; agreed: string[] };
  answers: Record<string, number | string>;
}

const form: Form = JSON.parse(readFileSync(join(demo, "answers/baseline-34.json"), "utf8"));
const heading = (page: Page) => page.getByRole("heading", { level: 1 });

async function begin(page: Page, watch: { hasStarted: boolean }): Promise<void> {
  await page.goto(researcherUrl);
  await expect(heading(page)).toHaveText("Open sealed files");
  watch.hasStarted = true;
  await page.getByRole("link", { name: "Key in paper forms" }).click();
  await expect(heading(page)).toHaveText("Key in paper forms");
  await expect(heading(page)).toBeFocused();
  const bundle = join(demo, "keys/team-identity.txt");
  await page.setInputFiles("#team-study", bundle);
  await expect(page.locator("#team-study-error")).toContainText("This is not a study");
}

/** The study folder of the sample as a zip, as a team has it. */
function zipped(folder: string): string {
  const zip = join(folder, "study.zip");
  const names = ["study.json", "instruments"].map((name) => join(demo, name));
  execFileSync("python3", ["-m", "zipfile", "-c", zip, ...names]);
  return zip;
}

/** Keys the form in as people do: choices by their words, everything else typed, from field to field with Enter. */
async function keyIn(page: Page, form: Form, changes: Record<string, string> = {}): Promise<void> {
  await page.locator("#keyed-participant").fill(form.participant.toLowerCase());
  await page.locator("#keyed-wave").selectOption(form.wave);
  await page.locator("#keyed-site").selectOption(`${form.site}/${form.link_worker}`);
  await page.locator("#keyed-completed").fill(form.completed.split("-").reverse().join(" "));
  await page.locator("#keyed-help").selectOption(form.help);
  await page.locator("#keyed-language").selectOption(form.language);
  await page.locator("#keyed-consent").selectOption("signed");
  await page.locator("#keyed-version").fill(form.consent.version);
  for (const id of form.consent.agreed) await page.locator(`#keyed-agreed-${id}`).check();
  const items = await page.locator(".keyed-item input.code").evaluateAll((all) => all.map(({ id }) => id));
  expect(items.length).toBe(Object.keys(form.answers).length);
  await page.locator(`#${items[0]}`).focus();
  for (const id of items) {
    await expect(page.locator(`#${id}`)).toBeFocused();
    const item = id.slice("keyed-item-".length);
    const answer = changes[item] ?? String(form.answers[item]);
    await page.keyboard.type(answer === "skipped" ? "s" : answer === "prefer_not_to_say" ? "p" : answer);
    if (id !== items.at(-1)) await page.keyboard.press("Enter");
  }
}

/** The record in a sealed file, opened with the sample's open key by the command. */
function tableRow(sealed: string, folder: string, name: string): Record<string, string> {
  const inbox = join(folder, `${name}.txt`);
  writeFileSync(inbox, readFileSync(sealed));
  const results = join(folder, name);
  const key = join(demo, "keys/team-identity.txt");
  execFileSync(linkwellCommand, ["import", inbox, "--study", join(demo, "study.json"), "--identity", key, "-o", results]);
  const [names, values] = readFileSync(join(results, "responses_wide.csv"), "utf8")
    .replace("\ufeff", "")
    .split("\r\n")
    .map((line) => line.split(","));
  return Object.fromEntries(names.map((column, at) => [column, values[at]]));
}

test("a form is keyed in twice, settled, and sealed as the command seals it", async ({ page, watch, folder }) => {
  test.setTimeout(180_000);
  await begin(page, watch);
  await page.setInputFiles("#team-study", zipped(folder));
  await expect(heading(page)).toHaveText("Key in a form");

  // What is missing is said, and the list leads to it.
  await page.getByRole("button", { name: "The first keying is done" }).click();
  await expect(page.locator("#problem")).toBeFocused();
  await page.locator("#problem").getByRole("link", { name: /Participant code/ }).click();
  await expect(page.locator("#keyed-participant")).toBeFocused();

  await keyIn(page, form);
  await expect(page.locator("#keyed-participant-error")).toHaveCount(0);
  await page.getByRole("button", { name: "The first keying is done" }).click();
  await expect(heading(page)).toHaveText("Now somebody else");
  await page.getByRole("button", { name: "Key it in again" }).click();
  await expect(heading(page)).toHaveText("Key the same form in again");
  await expect(page.locator("#keyed-participant")).toHaveValue("");
  expect(await page.content()).not.toContain(form.participant);

  await keyIn(page, form, { gse_1: "p", ucla_1: "s" });
  await page.getByRole("button", { name: "Compare the two" }).click();
  await expect(heading(page)).toHaveText("The two differ in 2 places");
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  await page.getByRole("button", { name: "Take what the paper says" }).click();
  await expect(page.locator("#problem")).toBeFocused();
  await page.locator("#keyed-item-gse_1").check();
  await page.locator("#keyed-item-ucla_1-2").check();
  await page.getByLabel("What the paper says: ucla_1").fill(String(form.answers.ucla_1));
  await page.getByRole("button", { name: "Take what the paper says" }).click();
  await expect(heading(page)).toHaveText("The two say the same");

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Seal and save the form" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^linkwell-[0-9A-Z]{8}\.txt$/);
  const of_page = join(folder, "of-page.txt");
  await file.saveAs(of_page);
  await expect(heading(page)).toHaveText("Sealed");
  await expect(page.locator(".receipt-code")).toHaveText(file.suggestedFilename().slice(9, -4));
  expect(await page.content()).not.toContain(form.participant);

  const of_command = join(folder, "of-command.txt");
  const study = join(demo, "study.json");
  execFileSync(linkwellCommand, ["seal", "--study", study, join(demo, "answers/baseline-34.json"), "-o", of_command]);
  const [ours, theirs] = [tableRow(of_page, folder, "page"), tableRow(of_command, folder, "command")];
  const byChance = Object.keys(ours).filter((column) => ours[column] !== theirs[column]);
  expect(byChance.every((column) => /receipt|record|file|sha/.test(column)), byChance.join()).toBe(true);

  // The next form of the pile begins with what is the same for all of them.
  await page.getByRole("button", { name: "Key in the next form" }).click();
  await expect(page.locator("#keyed-wave")).toHaveValue("baseline");
  await expect(page.locator("#keyed-participant")).toHaveValue("");
  expect(await keptOfWork(page, researcherUrl)).toEqual([]);
  // Another room and back: nothing is lost. Leaving the page would be asked about.
  await page.locator("#keyed-participant").fill("13NEVD");
  await page.getByRole("link", { name: "Back to opening sealed files" }).click();
  await page.getByRole("link", { name: "Key in paper forms" }).click();
  await expect(page.locator("#keyed-participant")).toHaveValue("13NEVD");
  let asked = false;
  page.on("dialog", (dialog) => {
    asked = dialog.type() === "beforeunload";
    void dialog.accept();
  });
  watch.hasStarted = false;
  await page.reload();
  expect(asked).toBe(true);
});

test("every screen is accessible at each width, light and dark", async ({ page, watch, folder }) => {
  test.setTimeout(240_000);
  const look = async (name: string) => {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        expect(await accessibilityBreaches(page), `${name}, ${colorScheme} at ${width}`).toEqual([]);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        expect(wide, `${name}, ${colorScheme} at ${width}: it scrolls sideways`).toBe(false);
        const pictures = process.env.LINKWELL_LOOK;
        if (pictures) await page.screenshot({ path: join(pictures, `paper-${name}-${colorScheme}-${width}.png`), fullPage: true });
      }
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  };
  await begin(page, watch);
  await look("choosing");
  await page.setInputFiles("#team-study", zipped(folder));
  await page.getByRole("button", { name: "The first keying is done" }).click();
  await keyIn(page, form);
  await page.locator("#keyed-item-gse_1").fill("9");
  await page.getByRole("button", { name: "The first keying is done" }).click();
  await look("keying");
  await page.locator("#keyed-item-gse_1").fill("2");
  await page.getByRole("button", { name: "The first keying is done" }).click();
  await look("handing");
  await page.getByRole("button", { name: "Key it in again" }).click();
  await keyIn(page, form, { gse_1: "s", gse_2: "p" });
  await page.locator("#keyed-consent").selectOption("-");
  await page.getByRole("button", { name: "Compare the two" }).click();
  await page.locator("#keyed-item-gse_1-2").check();
  await look("comparing");
  await page.getByLabel("What the paper says: gse_1").fill("2");
  await page.locator("#keyed-item-gse_2").check();
  await page.locator("#keyed-consent").check();
  await page.getByRole("button", { name: "Take what the paper says" }).click();
  await expect(heading(page)).toHaveText("The two say the same");
  await look("agreed");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Seal and save the form" }).click();
  await download;
  await look("sealed");
});
