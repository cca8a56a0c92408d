// What is answered in the journeys, and what the researcher's command makes of it.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { linkwellCommand } from "../watched.ts";

const root = join(import.meta.dirname, "../..");
const study = join(root, "studies/demo/study.json");
const identity = join(root, "studies/demo/keys/team-identity.txt");

/** Item, and what is done with it: a response code, -98 for "I'd rather not say", -99 for skipping. */
export const given: readonly [item: string, response: number][] = [
  ["life_satisfaction", 7], ["worthwhile", 10], ["happy_yesterday", 0], ["anxious_yesterday", -98],
  ["gse_1", 4], ["gse_2", 3], ["gse_3", 4], ["gse_4", 1], ["gse_5", 2], ["gse_6", 3], ["gse_7", -99], ["gse_8", 1],
  ["gse_9", 2], ["gse_10", 4],
  ["ucla_1", 1], ["ucla_2", 3], ["ucla_3", 2], ["ucla_direct", 5],
];

/** The row that the researcher's command makes of a sealed file, by column. */
export function imported(sealed: string): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), "linkwell-e2e-"));
  const file = join(folder, "answers.txt");
  writeFileSync(file, sealed);
  const results = join(folder, "results");
  execFileSync(linkwellCommand, ["import", file, "--study", study, "--identity", identity, "-o", results]);
  const table = readFileSync(join(results, "responses_wide.csv"), "utf8").replace("\ufeff", "");
  rmSync(folder, { recursive: true });
  const [head, ...rows] = table.trim().split("\r\n");
  expect(rows).toHaveLength(1);
  const values = rows[0].split(",");
  return Object.fromEntries(head.split(",").map((column, at) => [column, values[at]]));
}
