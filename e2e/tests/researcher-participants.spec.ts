// The list of participants in the researcher's page: chosen or dropped, the ledger and every table are those of
// `linkwell import --participants`.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, researcherUrl, test } from "../watched.ts";
import { bundleOfSample, demo, fillInbox, linkwell, teamKey } from "./researcher.inbox.ts";

const study = join(demo, "study.json");
const code = (answers: string): string => JSON.parse(readFileSync(join(demo, `answers/${answers}.json`), "utf8")).participant;
const step = (page: Page) => page.locator("section:has(> #participants-title)");

/** A list with two of the people who sent something, and a column that is none of ours. */
function writeList(folder: string): string {
  const list = join(folder, "our people.csv");
  writeFileSync(list, `\ufeffname,participant,site\r\n"A, b",${code("baseline-01")},hilltop\r\nc,${code("baseline-02")},\r\n`);
  return list;
}

test("a list of participants gives the ledger and the tables of the command", async ({ page, folder }) => {
  test.slow();
  const files = fillInbox(folder);
  const list = writeList(folder);
  const results = join(folder, "results");
  linkwell("import", join(folder, "inbox"), "--study", study, "--identity", teamKey, "--participants", list, "-o", results);
  const ledger = readFileSync(join(results, "ledger.csv"), "utf8");
  expect(ledger.match(/unknown_participant/g)!.length, "the command finds strangers").toBeGreaterThan(2);

  await page.goto(researcherUrl);
  // Before the study nobody can say whether its sites are right.
  await page.setInputFiles("#participants-file", list);
  await expect(step(page)).toContainText("The list is read when the study is chosen.");
  await page.setInputFiles("#study-file", bundleOfSample());
  await expect(step(page)).toContainText("2 participants, compared when the files are opened.");
  await page.setInputFiles("#key-file", teamKey);
  await expect(page.getByText("The key is ready.")).toBeVisible();
  await page.setInputFiles("#sealed-files", files);
  await page.getByRole("button", { name: "Open the files" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`What became of ${files.length} files`, { timeout: 60_000 });
  for (const name of readdirSync(results)) {
    const download = page.waitForEvent("download");
    await page.getByRole("listitem").getByRole("button", { name: `Save ${name}`, exact: true }).click();
    const saved = readFileSync(await (await download).path());
    expect(saved.equals(readFileSync(join(results, name))), name).toBe(true);
  }

  // Without it nothing is opened again, and nobody is a stranger.
  await page.getByRole("button", { name: "Open other files" }).click();
  await page.getByRole("button", { name: "Remove the list" }).click();
  await page.getByRole("button", { name: /^Open the (files|rest)$/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`What became of ${files.length} files`, { timeout: 60_000 });
  await expect(page.locator("body")).not.toContainText("Nobody on the list of participants");
});

test("a list with mistakes is told by row and column, and keeps nothing from being mended", async ({ page, folder }) => {
  const wrong = join(folder, "wrong.csv");
  writeFileSync(wrong, `participant,site\n${code("baseline-01")},nowhere\nNOBODY,hilltop\n${code("baseline-01")},hilltop\n`);
  await page.goto(researcherUrl);
  await page.setInputFiles("#study-file", bundleOfSample());
  await page.setInputFiles("#participants-file", wrong);
  await expect(page.locator("#participants-error li")).toHaveCount(3);
  await expect(page.locator("#participants-error")).toContainText("row 2, column site");
  await expect(page.locator("#participants-error")).not.toContainText("NOBODY");
  await page.getByRole("button", { name: "Open the files" }).click();
  await expect(page.locator("#problem")).toContainText("Correct the list of participants");

  // Dropped among other files, by its columns; the practices' table of contacts is another thing.
  const [list, contacts] = [writeList(folder), join(demo, "contacts.csv")].map((file) => readFileSync(file, "utf8"));
  const dropped = await page.evaluateHandle(([list, contacts]) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([list], "anything.csv"));
    transfer.items.add(new File([contacts], "contacts.csv"));
    return transfer;
  }, [list, contacts]);
  await page.dispatchEvent("h1", "drop", { dataTransfer: dropped });
  await expect(step(page)).toContainText("2 participants");
  await expect(page.locator("#files-title ~ p.chosen")).toContainText("1 file");
  await page.getByRole("button", { name: "Lock" }).click();
  await expect(step(page), "codes are secret").not.toContainText("participants, compared");
});
