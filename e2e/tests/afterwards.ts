// What is there afterwards: on the device, and on the researcher's desk.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, linkwellCommand } from "../watched.ts";

const root = join(import.meta.dirname, "../..");
const study = join(root, "studies/demo/study.json");
const identity = join(root, "studies/demo/keys/team-identity.txt");

/** How many drafts the browser keeps. */
export function kept(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((done, failed) => {
        const opening = indexedDB.open("linkwell", 1);
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction("drafts").objectStore("drafts").count();
          counting.onsuccess = () => done(counting.result);
          counting.onerror = () => failed(counting.error);
        };
      }),
  );
}

/** The row that the researcher's command makes of a sealed file, by column. */
export function imported(sealed: string): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), "linkwell-e2e-"));
  const file = join(folder, "answers.txt");
  writeFileSync(file, sealed);
  const results = join(folder, "results");
  execFileSync(linkwellCommand, ["import", file, "--study", study, "--identity", identity, "-o", results]);
  const [head, ...rows] = readFileSync(join(results, "responses_wide.csv"), "utf8").replace("\ufeff", "").trim().split("\r\n");
  expect(rows).toHaveLength(1);
  const values = rows[0].split(",");
  return Object.fromEntries(head.split(",").map((column, at) => [column, values[at]]));
}
