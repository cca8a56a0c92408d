// What a research team may be sent: sealed files of every outcome, made with the command of this tree.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { linkwellCommand } from "../watched.ts";
import { writeStudy } from "./study-folder.ts";

const root = join(import.meta.dirname, "../..");
export const demo = join(root, "studies/demo");
export const teamKey = join(demo, "keys/team-identity.txt");
/** The passphrase of the keys of `ownStudy`. */
export const passphrase = "correct horse battery staple";

/** What each outcome's count must be for the files of `fillInbox`. */
export const expected = { All: 17, Accepted: 5, Duplicate: 1, Attention: 3, Rejected: 8 };

/** Runs the command; codes 0 and 1 both mean that it did its work. */
export function linkwell(...words: string[]): void {
  try {
    execFileSync(linkwellCommand, words, { stdio: "pipe" });
  } catch (error) {
    const { status, stderr } = error as { status: number; stderr: Buffer };
    if (status !== 1) throw new Error(`linkwell ${words[0]} ended with ${status}: ${stderr}`);
  }
}

/** Seals answers of the sample study. */
export function seal(answers: string, file: string, study = join(demo, "study.json")): void {
  linkwell("seal", "--study", study, join(demo, `answers/${answers}.json`), "-o", file);
}

/** The sample study as the page takes it: one file, with its own items inside. */
export function bundleOfSample(): string {
  const file = join(mkdtempSync(join(tmpdir(), "linkwell-bundle-")), "study.bundle.json");
  linkwell("study", "bundle", join(demo, "study.json"), "-o", file);
  return file;
}

/** A new study with keys of its own, behind a passphrase. */
export function ownStudy(folder: string): string {
  const place = join(folder, "own");
  const secret = join(folder, "passphrase.txt");
  writeFileSync(secret, `${passphrase}\n`);
  linkwell("study", "new", "--passphrase-file", secret, place);
  return place;
}

/** The sample study's file after a change, sealed to `recipients` if they are given. */
function changedStudy(folder: string, id: string, recipients?: string[]): string {
  const study = JSON.parse(readFileSync(join(demo, "study.json"), "utf8"));
  const place = join(folder, `study-${id}`);
  mkdirSync(place);
  return writeStudy(place, JSON.stringify({ ...study, id, recipients: recipients ?? study.recipients }));
}

/** Fills a folder with files of every outcome and gives their paths. */
export function fillInbox(folder: string): string[] {
  const inbox = join(folder, "inbox");
  mkdirSync(inbox);
  const file = (name: string) => join(inbox, name);
  for (const answers of ["baseline-01", "followup-01", "baseline-02", "baseline-03", "baseline-05"]) {
    seal(answers, file(`${answers}.txt`));
  }
  copyFileSync(file("baseline-01.txt"), file("the same again.txt"));
  // Two different records for one person and wave, and a follow-up whose baseline is missing.
  seal("baseline-04", file("größe 1.txt"));
  seal("baseline-04", file("größe 2.txt"));
  seal("followup-06", file("=1+1.txt"));

  const own = ownStudy(folder);
  const strangers = JSON.parse(readFileSync(join(own, "study.json"), "utf8")).recipients;
  seal("baseline-07", file("other-key.txt"), changedStudy(folder, "link-worker-sample", strangers));
  seal("baseline-08", file("other-study.txt"), changedStudy(folder, "another-study"));
  const sealed = readFileSync(file("baseline-01.txt"));
  const changed = Buffer.from(sealed);
  const place = Math.floor(changed.length * 0.75);
  changed[place] = changed[place] === 65 ? 66 : 65;
  writeFileSync(file("changed.txt"), changed);
  writeFileSync(file("cut.txt"), sealed.subarray(0, sealed.length / 2));
  writeFileSync(file("empty.txt"), "");
  writeFileSync(file("letter.txt"), "Dear all, please find attached\n");
  writeFileSync(file("photo.jpg"), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1]));
  copyFileSync(readProtected(own), file("a key file.txt"));
  return readdirSync(inbox).map((name) => join(inbox, name));
}

/** The protected key file of a study of `ownStudy`. */
export function readProtected(own: string): string {
  return join(own, "keys/team-identity.txt");
}
