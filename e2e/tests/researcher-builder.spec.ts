// The study builder: from nothing to a folder that the command takes.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";

import { expect, linkwellCommand, researcherUrl, test } from "../watched.ts";
import { keptOfWork } from "./researcher.kept.ts";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

async function begin(page: Page, watch: { hasStarted: boolean }): Promise<void> {
  await page.goto(researcherUrl);
  await expect(heading(page)).toHaveText("Open sealed files");
  watch.hasStarted = true;
  await page.getByRole("link", { name: "Make or change a study" }).click();
  await expect(heading(page)).toHaveText("Make or change a study");
  await expect(heading(page)).toBeFocused();
}

/** Saves what the button saves into the folder and gives the file's path. */
async function saved(page: Page, button: string, folder: string): Promise<string> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: button, exact: true }).click();
  const file = await download;
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  return path;
}

/** Unpacks a zip as a person would, into the folder. */
function unpack(zip: string, folder: string): void {
  execFileSync("python3", ["-m", "zipfile", "-e", zip, folder]);
}

test("a study is made from nothing, and the command takes its folder", async ({ page, watch, folder }) => {
  test.setTimeout(180_000);
  await begin(page, watch);
  await page.getByRole("button", { name: "Start a new study" }).click();
  await expect(heading(page)).toHaveText("Your study");
  await expect(page.getByText("1 thing to mend.").first()).toBeVisible();

  await page.getByLabel("Name of the study").fill("Walks and talks");
  await page.getByLabel("Short name for files").fill("Walks and talks");
  await expect(page.locator("#at-id-error")).toContainText("mall letters, digits and hyphens");
  await page.getByLabel("Short name for files").fill("walks");
  await expect(page.locator("#at-id-error")).toHaveCount(0);
  await page.getByLabel("First day").fill("soon");
  await expect(page.locator("#at-waves-1-window-first_day-error")).toContainText("Write a whole number.");
  await page.getByLabel("First day").fill("274");
  await expect(page.getByText("These days are 9 to 12 months after")).toBeVisible();

  // Saving is refused while something is wrong, and the list leads to it.
  await page.getByRole("button", { name: "Save the study", exact: true }).click();
  await expect(page.locator("#problem")).toBeFocused();
  await page.locator("#problem").getByRole("link").first().click();
  await expect(page.locator("#at-recipients")).toBeFocused();

  const welsh = page.getByLabel("Cymraeg");
  await expect(welsh).not.toBeChecked();
  await welsh.check();
  await expect(page.locator(".not-checked")).toHaveCount(5);

  // Passphrases that differ are said, and nothing of them stays.
  await page.locator("#team-passphrase").fill("one two three four");
  await page.getByRole("button", { name: "Make the keys" }).click();
  await expect(page.locator("#keys-mistake")).toContainText("differ");
  await expect(page.locator("#team-passphrase")).toHaveValue("");
  for (const [id, words] of [
    ["#team-passphrase", "one two three four"],
    ["#team-passphrase-again", "one two three four"],
    ["#recovery-passphrase", "five six seven eight"],
    ["#recovery-passphrase-again", "five six seven eight"],
  ]) {
    await page.locator(id).fill(words);
  }
  await page.getByRole("button", { name: "Make the keys" }).click();
  await expect(page.locator("#keys-made")).toBeFocused({ timeout: 90_000 });
  expect(await page.content()).not.toContain("SECRET-KEY");

  const keys = await saved(page, "Save the keys (secret)", folder);
  const study = await saved(page, "Save the study", folder);
  expect([keys, study].map((path) => path.slice(folder.length + 1))).toEqual(["walks-keys-SECRET.zip", "walks.zip"]);
  unpack(study, folder);
  expect(existsSync(join(folder, "walks/keys"))).toBe(false);
  unpack(keys, folder);
  for (const key of ["team-identity", "recovery-identity", "signing-key"]) {
    expect(readFileSync(join(folder, `walks/keys/${key}.txt`), "utf8")).toContain("BEGIN AGE ENCRYPTED FILE");
  }
  const said = execFileSync(linkwellCommand, ["study", "check", join(folder, "walks/study.json")], { encoding: "utf8" });
  expect(said).toContain("all well");
  expect(said).toContain("not yet checked by a native speaker");
  const sheet = readFileSync(join(folder, "walks/keys/key-sheet.html"), "utf8");
  expect(sheet.match(/<svg /g)).toHaveLength(3);

  // What was saved can be opened again, as a zip and as the study file alone.
  await page.getByRole("button", { name: "Begin with another study" }).click();
  for (const file of [study, join(folder, "walks/study.json")]) {
    await page.setInputFiles("#open-study", file);
    await expect(page.getByLabel("Name of the study")).toHaveValue("Walks and talks");
    await page.getByRole("button", { name: "Begin with another study" }).click();
  }
  await page.setInputFiles("#open-study", keys);
  await expect(page.locator("#open-error")).toContainText("no study.json in this zip");

  // Back in the other room nothing was lost or kept.
  await page.getByRole("link", { name: "Back to opening sealed files" }).click();
  await expect(heading(page)).toHaveText("Open sealed files");
  expect(await keptOfWork(page, researcherUrl)).toEqual([]);
});
