// The researcher's page in one file, and the sample that it carries.
import { readFileSync } from "node:fs";

export const researcherFile = process.env.LINKWELL_RESEARCHER_SINGLE_FILE!;

/** The sealed files of the sample inside the file, by their names. */
export function carriedSample(): Map<string, string> {
  const page = readFileSync(researcherFile, "utf8");
  const blocks = page.matchAll(/<script type="text\/plain" id="file:sample\/([^"]+)">([^]*?)<\/script>/g);
  const carried = new Map([...blocks].map(([, name, text]) => [name, text]));
  const { sealed }: { sealed: string[] } = JSON.parse(carried.get("index.json")!);
  return new Map(sealed.map((name) => [name, carried.get(name)!]));
}
