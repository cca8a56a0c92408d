// Paper forms, keyed in twice in the page: what comes out is what the command would have sealed.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";

import { expect, linkwellCommand, researcherUrl, test } from "../watched.ts";
import { keptOfWork } from "./researcher.kept.ts";
import { fillPaperForm, sampleForm, zipOfSample } from "./researcher.paper.ts";

const demo = new URL("../../studies/demo/", import.meta.url).pathname;

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
  await page.setInputFiles("#team-study", zipOfSample(folder));
  await expect(heading(page)).toHaveText("Key in a form");

  // What is missing is said, and the list leads to it.
  await page.getByRole("button", { name: "The first keying is done" }).click();
  await expect(page.locator("#problem")).toBeFocused();
  await page.locator("#problem").getByRole("link", { name: /Participant code/ }).click();
  await expect(page.locator("#keyed-participant")).toBeFocused();

  await fillPaperForm(page, sampleForm);
  await expect(page.locator("#keyed-participant-error")).toHaveCount(0);
  await page.getByRole("button", { name: "The first keying is done" }).click();
  await expect(heading(page)).toHaveText("Now somebody else");
  await page.getByRole("button", { name: "Key it in again" }).click();
  await expect(heading(page)).toHaveText("Key the same form in again");
  await expect(page.locator("#keyed-participant")).toHaveValue("");
  expect(await page.content()).not.toContain(sampleForm.participant);

  await fillPaperForm(page, sampleForm, { gse_1: "p", ucla_1: "s" });
  await page.getByRole("button", { name: "Compare the two" }).click();
  await expect(heading(page)).toHaveText("The two differ in 2 places");
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  await page.getByRole("button", { name: "Take what the paper says" }).click();
  await expect(page.locator("#problem")).toBeFocused();
  await page.locator("#keyed-item-gse_1").check();
  await page.locator("#keyed-item-ucla_1-2").check();
  await page.getByLabel("What the paper says: ucla_1").fill(String(sampleForm.answers.ucla_1));
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
  expect(await page.content()).not.toContain(sampleForm.participant);

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
