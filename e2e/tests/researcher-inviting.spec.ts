// Invitations made in the page: the bytes of the command, for hundreds of people at once.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";

import { expect, linkwellCommand, researcherUrl, test } from "../watched.ts";
import { keptOfWork } from "./researcher.kept.ts";
import { zipOfSample } from "./researcher.paper.ts";

const demo = new URL("../../studies/demo/", import.meta.url).pathname;
const key = join(demo, "keys/signing-key.txt");

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

async function begin(page: Page, watch: { hasStarted: boolean }, folder: string): Promise<void> {
  await page.goto(researcherUrl);
  await expect(heading(page)).toHaveText("Open sealed files");
  watch.hasStarted = true;
  await page.getByRole("link", { name: "Make invitations and letters" }).click();
  await expect(heading(page)).toBeFocused();
  await page.setInputFiles("#team-study", zipOfSample(folder));
  await expect(page.getByLabel("Address of the page")).toBeVisible();
}

async function fill(page: Page): Promise<void> {
  await page.locator("#invite-wave").selectOption("followup");
  await page.locator("#invite-base").fill("https://host.example/study/");
  await page.locator("#invite-expires").fill("05 03 2127");
}

async function unzip(page: Page, folder: string): Promise<void> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: /^Save link-worker-sample-invitations/ }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("link-worker-sample-invitations-followup.zip");
  const zip = join(folder, "made.zip");
  await file.saveAs(zip);
  execFileSync("python3", ["-m", "zipfile", "-e", zip, folder]);
}

test("table and letters are those of the command, and hundreds of codes are made", async ({ page, watch, folder }) => {
  test.setTimeout(180_000);
  await begin(page, watch, folder);
  // A mistake in the list and a missing key are said, and nothing is made.
  const wrong = join(folder, "wrong.csv");
  writeFileSync(wrong, "participant,site\r\n13NEVX,riverside\r\nTCT6JS,moon\r\n");
  await fill(page);
  await page.setInputFiles("#invite-file", wrong);
  await page.getByRole("button", { name: "Make the invitations" }).click();
  await expect(page.locator("#problem")).toBeFocused();
  await expect(page.locator("#problem li")).toHaveCount(3);
  expect(await page.locator("#problem").textContent()).not.toContain("13NEVX");

  // A protected key, with a wrong passphrase first.
  const list = join(demo, "participants.csv");
  await page.setInputFiles("#invite-file", list);
  await page.setInputFiles("#signing-key", join(demo, "keys/team-identity.txt"));
  await expect(page.locator("#signing-error")).toContainText("not a signing key");
  await page.setInputFiles("#signing-key", key);
  await expect(page.locator("#signing-title")).toBeFocused();
  await page.getByRole("button", { name: "Make the invitations" }).click();
  await expect(heading(page)).toHaveText(/^\d+ invitations are made$/);
  await expect(heading(page)).toBeFocused();
  await unzip(page, folder);

  const arguments_ = ["invite", "--study", join(demo, "study.json"), "--key", key, "--participants", list];
  const more = ["--wave", "followup", "--base-url", "https://host.example/study/", "--expires", "2127-03-05"];
  const [table, letters] = [join(folder, "command.csv"), join(folder, "command.html")];
  execFileSync(linkwellCommand, [...arguments_, ...more, "-o", table, "--letters", letters], { stdio: "pipe" });
  expect(readFileSync(join(folder, "invitations.csv")).equals(readFileSync(table))).toBe(true);
  expect(readFileSync(join(folder, "letters.html")).equals(readFileSync(letters))).toBe(true);

  // Hundreds, with new codes; the letters are drawn for the printer, a page for each.
  await page.getByRole("button", { name: "Make others" }).click();
  await page.getByRole("button", { name: "Use no list" }).click();
  await page.locator("#invite-make").fill("300");
  await page.getByRole("button", { name: "Make the invitations" }).click();
  await expect(heading(page)).toHaveText("300 invitations are made", { timeout: 60_000 });
  await page.evaluate(() => (window.print = () => document.body.setAttribute("data-printed", "")));
  await page.getByRole("button", { name: "Print the 300 letters" }).click();
  await expect(page.locator("body[data-printed]")).toHaveCount(1, { timeout: 30_000 });
  await expect(page.locator(".letters article")).toHaveCount(300);
  await expect(page.locator(".letters article").first()).toBeHidden();
  const pdf = await page.pdf({ format: "A4" });
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? [];
  expect(pages.length).toBe(300);
  if (process.env.LINKWELL_LOOK) writeFileSync(join(process.env.LINKWELL_LOOK, "letters.pdf"), pdf);
  await unzip(page, folder);
  const rows = readFileSync(join(folder, "invitations.csv"), "utf8").trim().split("\r\n");
  expect(new Set(rows).size).toBe(301);

  // The key is dropped on the way out, and nothing is kept.
  await page.getByRole("link", { name: "Back to opening sealed files" }).click();
  await page.getByRole("link", { name: "Make invitations and letters" }).click();
  await page.getByRole("button", { name: "Make others" }).click();
  await expect(page.locator("#signing-key")).toHaveAttribute("type", "file");
  expect(await keptOfWork(page, researcherUrl)).toEqual([]);
});
