// A study file of a test's own, made from the sample's.
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const demo = join(import.meta.dirname, "../../studies/demo");

/** Writes the study file into `folder`, with the sample's own instruments beside it, and gives its path. */
export function writeStudy(folder: string, study: string): string {
  cpSync(join(demo, "instruments"), join(folder, "instruments"), { recursive: true });
  const file = join(folder, "study.json");
  writeFileSync(file, study);
  return file;
}
