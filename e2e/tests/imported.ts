// What the researcher's command makes of a sealed file.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { linkwellCommand } from "../watched.ts";
import { writeStudy } from "./study-folder.ts";

const demo = join(import.meta.dirname, "../../studies/demo");

/**
 * The only row of the table, by column. `study` is the text of a study file; the sample's where none is given. `attention`
 * is what a person must look at, as the import says.
 */
export function imported(sealed: string, study?: string, attention = ""): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), "linkwell-e2e-"));
  const [file, results] = [join(folder, "answers.txt"), join(folder, "results")];
  writeFileSync(file, sealed);
  const studyFile = study ? writeStudy(folder, study) : join(demo, "study.json");
  const identity = join(demo, "keys/team-identity.txt");
  const words = ["import", file, "--study", studyFile, "--identity", identity, "-o", results];
  const { status, stderr } = spawnSync(linkwellCommand, words, { encoding: "utf8" });
  if (status !== (attention ? 1 : 0)) throw new Error(`linkwell import ended with ${status}: ${stderr}`);
  const table = readFileSync(join(results, "responses_wide.csv"), "utf8").replace("\ufeff", "").trim();
  rmSync(folder, { recursive: true });
  const [head, ...rows] = table.split("\r\n");
  if (rows.length !== 1) throw new Error(`${rows.length} rows instead of one`);
  const values = rows[0].split(",");
  const row = Object.fromEntries(head.split(",").map((column, at) => [column, values[at]]));
  if (row.attention !== attention) throw new Error(`attention: ${row.attention}`);
  return row;
}
