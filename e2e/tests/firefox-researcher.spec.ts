// The researcher's page in one file, in Firefox: the sample and files of one's own become the command's own tables.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ElementHandle } from "puppeteer-core";
import { expect, test as visited, type Visit } from "../firefox.ts";
import { bundleOfSample, demo, fillInbox, linkwell, teamKey } from "./researcher.inbox.ts";
import { carriedSample, researcherFile } from "./researcher.single.ts";

const TABLE = "responses_wide.csv";

const test = visited.extend<{ folder: string }>({
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "linkwell-researcher-"));
    await use(folder);
    rmSync(folder, { recursive: true });
  },
});

/** The command's own table for the files of `inbox`. */
function table(inbox: string, folder: string): Buffer {
  const results = join(folder, "results");
  linkwell("import", inbox, "--study", join(demo, "study.json"), "--identity", teamKey, "-o", results);
  return readFileSync(join(results, TABLE));
}

async function compare(visit: Visit, files: number, expected: Buffer): Promise<void> {
  await visit.page.waitForFunction((words) => document.querySelector("h1")?.textContent === words, { timeout: 90_000 }, `What became of ${files} files`);
  await visit.select(`Save ${TABLE}`);
  const saved = await visit.savedAs(TABLE, expected.subarray(-40).toString("utf8"));
  expect(saved.equals(expected), TABLE).toBe(true);
}

test("one file from the disk: the sample study becomes a table, in Firefox", async ({ visit, folder }) => {
  test.setTimeout(180_000);
  const inbox = join(folder, "inbox");
  mkdirSync(inbox);
  const sample = carriedSample();
  for (const [name, text] of sample) writeFileSync(join(inbox, name), text);
  await visit.open(pathToFileURL(researcherFile).href);
  await visit.select("Try the sample study");
  await compare(visit, sample.size, table(inbox, folder));
  expect(visit.page.workers().length, "the crew and the clerk").toBeGreaterThan(1);
});

test("one file from the disk: sealed files become a table, in Firefox", async ({ visit, folder }) => {
  test.setTimeout(180_000);
  const files = fillInbox(folder);
  await visit.open(pathToFileURL(researcherFile).href);
  const give = async (id: string, ...paths: string[]) => {
    const field = (await visit.page.$(id)) as ElementHandle<HTMLInputElement>;
    await field.uploadFile(...paths);
  };
  await give("#study-file", bundleOfSample());
  await give("#key-file", teamKey);
  await visit.page.waitForFunction(() => document.body.innerText.includes("It belongs to this study."));
  await give("#sealed-files", ...files);
  await visit.page.waitForFunction((count) => document.body.innerText.includes(`${count} files, `), {}, files.length);
  await visit.select("Open the files");
  await compare(visit, files.length, table(join(folder, "inbox"), folder));
});
