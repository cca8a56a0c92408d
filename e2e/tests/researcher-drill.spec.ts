// Keys tried out in the page: it finds what `linkwell study drill` finds, and nothing of a key stays.
import { execFileSync } from "node:child_process";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";

import { expect, linkwellCommand, researcherUrl, test } from "../watched.ts";
import { ownStudy, passphrase } from "./researcher.inbox.ts";
import { keptOfWork } from "./researcher.kept.ts";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const shown = (page: Page) => page.locator(".drill-key");
const trials = (page: Page) => page.locator(".drill-trials li");
const names = ["team-identity", "recovery-identity", "signing-key"];

interface Report {
  ok: boolean;
  files: { file: string; ok: boolean }[];
  recipients: { fingerprint: string; opened_by: string[] }[];
  signing: boolean;
}

/** What the command says of a study folder. */
function drill(study: string, secret: string): Report {
  try {
    return JSON.parse(execFileSync(linkwellCommand, ["study", "drill", study, "--passphrase-file", secret, "--json"], { encoding: "utf8" }));
  } catch (error) {
    return JSON.parse((error as { stdout: string }).stdout);
  }
}

/** What the page says of it, in the command's form. */
async function found(page: Page, report: Report): Promise<void> {
  await expect(trials(page)).toHaveCount(report.files.length);
  for (const { file, ok } of report.files) {
    const trial = trials(page).filter({ hasText: file.replace("keys/", "") });
    await expect(trial.locator(".mark"), file).toHaveText(ok ? "Fits" : "Look here");
  }
  for (const { fingerprint, opened_by } of report.recipients) {
    const by = opened_by.length > 0 ? `Opened by ${opened_by.map((file) => file.replace("keys/", "")).join(", ")}` : "Not shown yet";
    await expect(shown(page).filter({ hasText: fingerprint }).locator(".drill-said")).toHaveText(by);
  }
  await expect(shown(page).last().locator(".drill-said")).toHaveText(report.signing ? "Signs what the study checks" : "Not shown yet");
}

async function unlock(page: Page, words: string): Promise<void> {
  const field = page.getByLabel("Its passphrase");
  await expect(field).toBeFocused();
  await field.fill(words);
  await field.press("Enter");
}

test("locked keys are tried one after the other, and the page finds what the command finds", async ({ page, watch, folder }) => {
  test.slow();
  const study = ownStudy(folder);
  const secret = join(folder, "passphrase.txt");
  const key = (name: string) => join(study, `keys/${name}.txt`);
  await page.goto(researcherUrl);
  await page.getByRole("link", { name: "Try out the keys" }).click();
  await expect(heading(page)).toHaveText("Try out the keys");
  await expect(heading(page)).toBeFocused();
  watch.hasStarted = true;
  await page.setInputFiles("#team-study", key("team-identity"));
  await expect(page.locator("#team-study-error")).toContainText("This is not a study");
  await page.setInputFiles("#team-study", join(study, "study.json"));
  await expect(shown(page)).toHaveCount(3);

  await page.setInputFiles("#drill-files", names.map(key));
  await expect(page.locator("#drill-locked")).toContainText("2 more files are waiting");
  await unlock(page, "another horse");
  await expect(page.locator("#drill-error")).toContainText("This is not the passphrase", { timeout: 60_000 });
  await unlock(page, passphrase);
  await expect(trials(page)).toHaveCount(1, { timeout: 60_000 });
  // Whoever leaves and comes back is asked for no passphrase any more: what waited is gone, what was found is not.
  await page.getByRole("link", { name: "Back to opening sealed files" }).click();
  await expect(heading(page)).toBeFocused();
  await page.getByRole("link", { name: "Try out the keys" }).click();
  await expect(page.getByLabel("Its passphrase")).toHaveCount(0);
  await expect(trials(page)).toHaveCount(1);
  await page.setInputFiles("#drill-files", names.slice(1).map(key));
  for (const done of [2, 3]) {
    await unlock(page, passphrase);
    await expect(trials(page)).toHaveCount(done, { timeout: 60_000 });
  }
  await expect(page.getByText("All well: each key was tried alone")).toBeVisible();
  const report = drill(study, secret);
  expect(report.ok).toBe(true);
  await found(page, report);
  expect(await page.content()).not.toMatch(/SECRET-KEY-PQ-1|SIGNING-KEY-1/);
  expect(await keptOfWork(page, researcherUrl)).toEqual([]);
});

test("a damaged key and another study's are named, and a key can be pasted", async ({ page, watch, folder }) => {
  const make = (name: string) => {
    execFileSync(linkwellCommand, ["study", "new", "--no-passphrase", join(folder, name)], { stdio: "pipe" });
    return (key: string) => join(folder, name, `keys/${key}.txt`);
  };
  const [ours, theirs] = [make("ours"), make("theirs")];
  const team = readFileSync(ours("team-identity"), "utf8");
  writeFileSync(ours("team-identity"), team.slice(0, -10));
  copyFileSync(theirs("signing-key"), ours("signing-key"));

  await page.goto(researcherUrl);
  await page.getByRole("link", { name: "Try out the keys" }).click();
  watch.hasStarted = true;
  await page.setInputFiles("#team-study", join(folder, "ours/study.json"));
  await page.setInputFiles("#drill-files", names.map(ours));
  const report = drill(join(folder, "ours"), ours("signing-key"));
  expect(report.ok).toBe(false);
  await found(page, report);
  await expect(trials(page).filter({ hasText: "signing-key" })).toContainText("the study names another signing key");
  await expect(page.getByText("Not every key was shown to work yet.")).toBeVisible();

  await page.getByLabel("Or paste a key").fill(team);
  await page.getByRole("button", { name: "Try this key" }).click();
  await expect(trials(page).first()).toContainText("The pasted key");
  await expect(page.getByLabel("Or paste a key")).toHaveValue("");
  await expect(shown(page).first()).toContainText("Opened by The pasted key");
});
