// People who come by the link of `linkwell invite`: from the link to the researcher's table, and every link that leads
// nowhere.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { accessibilityBreaches, expect, linkwellCommand, test } from "../watched.ts";
import { imported } from "./imported.ts";
import { Questionnaire, code } from "./questionnaire.ts";
import { Site, short, shorten, type Study } from "./site.ts";
import { storages } from "./storages.ts";
import { writeStudy } from "./study-folder.ts";

const key = join(import.meta.dirname, "../../studies/demo/keys/signing-key.txt");

let site: Site;

async function publish(change: (study: Study) => void = () => {}): Promise<void> {
  site = await Site.start((study) => {
    shorten(study);
    study.options = { ...study.options, invitation_required: true };
    change(study);
  });
}

test.afterEach(() => site.stop());

/** The link for one person to the first wave, as the command makes it. */
function link(study: string, ...more: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "linkwell-invite-"));
  const [file, list, out] = [writeStudy(folder, study), join(folder, "list.csv"), join(folder, "out.csv")];
  writeFileSync(list, `participant,site\r\n${code.meant},riverside\r\n`);
  const made = ["--participants", list, "--wave", "baseline", "--base-url", site.url, "-o", out, ...more];
  execFileSync(linkwellCommand, ["invite", "--study", file, "--key", key, ...made]);
  const [head, row] = readFileSync(out, "utf8").replace("\ufeff", "").trim().split("\r\n");
  rmSync(folder, { recursive: true });
  return row.split(",")[head.split(",").indexOf("link")];
}

async function refused(page: Page, words: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The questions cannot be shown just now");
  await expect(page.locator("main")).toContainText(words);
  await expect(page.getByRole("button", { name: "Start now" })).toHaveCount(0);
  expect(await accessibilityBreaches(page)).toEqual([]);
}

test("an invitation leads from its link to a row that it vouches for, and leaves nothing on the device", async ({ page }) => {
  await publish();
  const address = link(site.study);
  expect(address.length).toBeLessThan(280);
  const form = new Questionnaire(page, "keyboard");
  await page.goto(address);
  await form.agree();
  await form.heading("Who is filling this in?");
  await form.choose(1);
  await form.select("Continue");
  await form.question(1);
  await form.answer(1, short[0][1]);
  expect(JSON.stringify(await storages(page)), "no storage names the person").not.toContain(code.meant);

  await page.reload();
  await form.question(2);
  for (const [at, [, response]] of short.slice(1).entries()) await form.answer(at + 2, response);
  await form.select("Finish and lock my answers");
  await form.heading("Your answers are locked");
  const { text } = await form.save();
  await form.select("Finish and clear this device");
  await form.heading("You have finished");
  const token = address.split("#i=")[1];
  expect(page.url()).not.toContain(token);

  const row = imported(text, site.study);
  expect([row.participant, row.site, row.linked_by, row.attention]).toEqual([code.meant, "riverside", "invitation", ""]);
});

test("links that lead nowhere say so calmly, each in its own way", async ({ page }) => {
  await publish();
  const address = link(site.study);
  const day = new Date(Date.now() + 7 * 86_400_000);
  const expiring = link(site.study, "--expires", day.toISOString().slice(0, 10));
  const open = async (address: string) => {
    await page.goto("about:blank");
    await page.goto(address);
  };
  await open(site.url);
  await refused(page, "This study works with personal links");
  await open(address.slice(0, -1));
  await refused(page, "The link to this page is not complete");
  await open(`${address}&wave=followup`);
  await refused(page, "The link to this page is not complete");
  await open(expiring);
  await expect(page.getByRole("button", { name: "Start now" })).toBeVisible();
  await page.clock.setFixedTime(new Date(day.getTime() + 3 * 86_400_000));
  await open(expiring);
  await refused(page, "This invitation has run out");
  await site.stop();

  // Somebody changed the keys on the host.
  await publish((study) => (study.recipients = otherKeys()));
  await open(`${site.url}#${address.split("#")[1]}`);
  await refused(page, "This page does not fit your invitation");
});

/** Recipients of another study. */
function otherKeys(): string[] {
  const folder = mkdtempSync(join(tmpdir(), "linkwell-other-"));
  execFileSync(linkwellCommand, ["study", "new", join(folder, "other"), "--no-passphrase"]);
  const { recipients } = JSON.parse(readFileSync(join(folder, "other/study.json"), "utf8")) as Study;
  rmSync(folder, { recursive: true });
  return recipients;
}
