// A key that stays on the device: never without being asked for, and then locked, for the page and for anybody who looks
// into the browser's storage.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, linkwellCommand, researcherUrl, test as watched } from "../watched.ts";
import { bundleOfSample, demo, seal, teamKey } from "./researcher.inbox.ts";
import { keptOfWork } from "./researcher.kept.ts";
import { storages } from "./storages.ts";

const good = "four words at random";
const secret = /AGE-SECRET-KEY-\S+/.exec(readFileSync(teamKey, "utf8"))![0];
const study = join(demo, "study.json");
const title: string = JSON.parse(readFileSync(study, "utf8")).texts.en.title;

/** Each folder has a sealed file in it. */
const test = watched.extend({
  folder: async ({ folder }, use) => {
    seal("baseline-01", join(folder, "one.txt"));
    await use(folder);
  },
});

const box = (page: Page) => page.getByLabel("Keep this key on this device, locked with a passphrase");
const kept = async (page: Page) => (await storages(page)).local;

/** Pastes the team's key, with the study chosen before. */
async function paste(page: Page): Promise<void> {
  await page.setInputFiles("#study-file", bundleOfSample());
  await page.getByLabel("Paste a secret key").fill(secret);
  await page.getByRole("button", { name: "Use this key" }).click();
  await expect(page.getByText("It belongs to this study.")).toBeVisible();
}

async function keep(page: Page, passphrase: string, again = passphrase): Promise<void> {
  await page.getByLabel("A passphrase for the copy").fill(passphrase);
  await page.getByLabel("The same passphrase again").fill(again);
  await page.getByRole("button", { name: "Keep the key" }).click();
}

async function openOne(page: Page, folder: string): Promise<void> {
  await page.setInputFiles("#sealed-files", join(folder, "one.txt"));
  await page.getByRole("button", { name: "Open the files" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What became of 1 file", { timeout: 60_000 });
}

test("without the tick nothing is kept, whatever is typed and opened", async ({ page, folder }) => {
  await page.goto(researcherUrl);
  await paste(page);
  await expect(box(page)).not.toBeChecked();
  await expect(page.getByLabel("A passphrase for the copy")).toHaveCount(0);
  // Ticked and thought better of.
  await box(page).check();
  await page.getByLabel("A passphrase for the copy").fill(good);
  await box(page).uncheck();
  await openOne(page, folder);
  expect(await keptOfWork(page, researcherUrl)).toEqual([]);
  await page.getByRole("button", { name: "Lock" }).click();
  expect(await keptOfWork(page, researcherUrl)).toEqual([]);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Open sealed files");
  await expect(page.getByText("Keys kept on this device")).toHaveCount(0);
});

test("with the tick a locked copy opens the next visit's files, until it is removed", async ({ page, folder }) => {
  test.slow();
  await page.goto(researcherUrl);
  await paste(page);
  await box(page).check();
  for (const [first, again, words] of [
    ["", "", "Type a passphrase for the copy."],
    [good, "something else", "The two passphrases differ."],
    ["too short", "too short", "fewer than 12 characters"],
  ]) {
    await keep(page, first, again);
    await expect(page.locator("#keep-error")).toContainText(words);
    await expect(page.getByLabel("A passphrase for the copy")).toHaveValue("");
    expect(await keptOfWork(page, researcherUrl), "nothing is kept yet").toEqual([]);
  }
  await keep(page, good);
  await expect(page.getByText("A locked copy is kept on this device.")).toBeVisible({ timeout: 60_000 });
  await expect(page.locator("#key-title")).toBeFocused();

  // What the storage holds: one entry, named after the fingerprint, and in it nothing but the study's name and an age file.
  const listed = execFileSync(linkwellCommand, ["study", "recipients", "list", study], { encoding: "utf8" });
  const dump = await kept(page);
  expect(Object.keys(dump)).toHaveLength(1);
  const [[name, text]] = Object.entries(dump);
  expect(listed).toContain(name.replace("linkwell key ", ""));
  const { locked, ...rest } = JSON.parse(text);
  expect(rest).toEqual({ form: 1, study: title });
  expect(locked).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----\n[^-]+-----END AGE ENCRYPTED FILE-----\n$/);
  expect(name + text).not.toContain("AGE-SECRET");
  expect(name + text).not.toContain(good);
  expect(await keptOfWork(page, researcherUrl), "and nothing beside it").toEqual([name]);
  // The command takes it for the key file that it is.
  writeFileSync(join(folder, "kept.txt"), locked);
  writeFileSync(join(folder, "passphrase.txt"), `${good}\n`);
  const words = ["import", join(folder, "one.txt"), "--study", study, "--identity", join(folder, "kept.txt")];
  execFileSync(linkwellCommand, [...words, "--passphrase-file", join(folder, "passphrase.txt"), "-o", join(folder, "results")]);

  await openOne(page, folder);
  await page.getByRole("button", { name: "Lock" }).click();
  expect(await kept(page), "Lock leaves the locked copy alone").toEqual(dump);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Keys kept on this device" })).toBeVisible();
  await expect(page.locator(".kept-keys li")).toContainText([`${title}Fingerprint ${name.replace("linkwell key ", "")}`]);
  await page.setInputFiles("#study-file", bundleOfSample());
  await page.getByRole("button", { name: `Use the key of ${title}` }).click();
  const passphrase = page.getByLabel("Passphrase");
  await expect(passphrase).toBeFocused();
  await passphrase.fill("four other words");
  await passphrase.press("Enter");
  await expect(page.getByText("This is not the passphrase of this key.")).toBeVisible({ timeout: 60_000 });
  await passphrase.fill(good);
  await passphrase.press("Enter");
  await expect(page.getByText("It belongs to this study.")).toBeVisible({ timeout: 60_000 });
  await expect(box(page), "it is kept already").toHaveCount(0);
  await openOne(page, folder);

  await page.getByRole("button", { name: "Lock" }).click();
  await page.getByRole("button", { name: `Remove the key of ${title}` }).click();
  await expect(page.getByText("The locked key is removed from this device.")).toBeVisible();
  await expect(page.getByText("Keys kept on this device")).toHaveCount(0);
  expect(await keptOfWork(page, researcherUrl)).toEqual([]);
});

test("a browser that keeps nothing says so", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await page.goto(researcherUrl);
  await paste(page);
  await box(page).check();
  await keep(page, good);
  await expect(page.getByText("This browser did not keep the key")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("It belongs to this study.")).toBeVisible();
});
