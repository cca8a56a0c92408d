// What the researcher's command makes of a sealed file.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { linkwellCommand } from "../watched.ts";
import { writeStudy } from "./study-folder.ts";

const demo = join(import.meta.dirname, "../../studies/demo");

/** The only row of the table, by column. `study` is the text of a study file; the sample's where none is given. */
export function imported(sealed: string, study?: string): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), "linkwell-e2e-"));
  const [file, results] = [join(folder, "answers.txt"), join(folder, "results")];
  writeFileSync(file, sealed);
  const studyFile = study ? writeStudy(folder, study) : join(demo, "study.json");
  const identity = join(demo, "keys/team-identity.txt");
  execFileSync(linkwellCommand, ["import", file, "--study", studyFile, "--identity", identity, "-o", results]);
  const table = readFileSync(join(results, "responses_wide.csv"), "utf8").replace("\ufeff", "").trim();
  rmSync(folder, { recursive: true });
  const [head, ...rows] = table.split("\r\n");
  if (rows.length !== 1) throw new Error(`${rows.length} rows instead of one`);
  const values = rows[0].split(",");
  return Object.fromEntries(head.split(",").map((column, at) => [column, values[at]]));
}
